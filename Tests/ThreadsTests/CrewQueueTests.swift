import Testing

@testable import Threads

struct CrewQueueTests {
    private func task(_ name: UInt64) -> CrewTask {
        CrewTask(name: name, run: {}, refuse: { _ in })
    }

    @Test func `work is given out in the order in which it came`() {
        var queue = CrewQueue(capacity: 2)
        #expect(queue.submit(task(1)) == nil)
        #expect(queue.submit(task(2)) == nil)
        #expect(queue.next().flatMap(\.self)?.name == 1)
        #expect(queue.next().flatMap(\.self)?.name == 2)
    }

    @Test func `one more than may wait is refused`() {
        var queue = CrewQueue(capacity: 1)
        #expect(queue.submit(task(1)) == nil)
        #expect(queue.submit(task(2)) == .overloaded)
    }

    @Test func `work that waits can be taken out once`() {
        var queue = CrewQueue(capacity: 2)
        _ = queue.submit(task(1))
        #expect(queue.remove(1)?.name == 1)
        #expect(queue.remove(1) == nil)
    }

    @Test func `an open queue without work makes its threads wait, a closed one ends them`() {
        var queue = CrewQueue(capacity: 2)
        #expect(queue.next() == nil)
        _ = queue.submit(task(1))
        #expect(queue.close().map(\.name) == [1])
        #expect(queue.submit(task(2)) == .closed)
        guard case .some(.none) = queue.next() else { return #expect(Bool(false), "threads would wait") }
    }
}

@Suite(.timeLimit(.minutes(1))) struct CrewTests {
    @Test func `work is done and its value handed back`() async throws {
        let crew = Crew(named: "test", workers: 2, queueCapacity: 4)
        let value = try await crew.run { 6 * 7 }
        #expect(value == 42)
    }

    @Test func `a closed crew refuses, and its threads say goodbye`() async throws {
        let farewells = Monitor(0)
        let crew = Crew(named: "test", workers: 2, queueCapacity: 4) {
            farewells.withLock { $0 += 1 }
            farewells.signalAll()
        }
        crew.close()
        await #expect(throws: CrewError.closed) { try await crew.run {} }
        await WorkerThread.run(named: "wait") { _ = farewells.wait { $0 == 2 ? true : nil } }
    }

    @Test func `a cancelled task's work is not begun`() async {
        let crew = Crew(named: "test", workers: 1, queueCapacity: 4)
        let begun = Monitor(false)
        let task = Task {
            unsafe withUnsafeCurrentTask { unsafe $0?.cancel() }
            return try await crew.run { begun.withLock { $0 = true } }
        }
        let outcome = await task.result
        #expect(throws: CrewError.cancelled) { try outcome.get() }
        #expect(!begun.withLock { $0 })
    }
}
