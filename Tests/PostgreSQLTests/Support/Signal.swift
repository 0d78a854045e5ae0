@testable import PostgreSQL
import Threads

/// A flag that one side raises and the other waits for, on a thread or in a task.
final class Signal: Sendable {
    private struct State {
        var isRaised = false
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let monitor = Monitor(State())

    func raise() {
        let waiting = monitor.withLock { state in
            state.isRaised = true
            defer { state.waiting.removeAll() }
            return state.waiting
        }
        monitor.signalAll()
        for continuation in waiting { continuation.resume() }
    }

    /// Blocks the thread; for closures that run on a worker.
    func waitOnThread() {
        _ = monitor.wait { $0.isRaised ? true : nil }
    }

    func wait() async {
        await withCheckedContinuation { continuation in
            let isRaised = monitor.withLock { state in
                if !state.isRaised { state.waiting.append(continuation) }
                return state.isRaised
            }
            if isRaised { continuation.resume() }
        }
    }
}

/// Everything that was reported so far, and a way to wait for something to be.
final class Record<Event: Sendable>: Sendable {
    private struct State {
        var events: [Event] = []
        var waiting: [(test: @Sendable ([Event]) -> Bool, continuation: CheckedContinuation<Void, Never>)] =
            []
    }

    private let monitor = Monitor(State())

    var events: [Event] { monitor.withLock { $0.events } }

    func add(_ event: Event) {
        let ready = monitor.withLock { state in
            state.events.append(event)
            let events = state.events
            let ready = state.waiting.filter { $0.test(events) }
            state.waiting.removeAll { $0.test(events) }
            return ready
        }
        for (_, continuation) in ready { continuation.resume() }
    }

    func wait(until test: @escaping @Sendable ([Event]) -> Bool) async {
        await withCheckedContinuation { continuation in
            let isTrue = monitor.withLock { state in
                let isTrue = test(state.events)
                if !isTrue { state.waiting.append((test, continuation)) }
                return isTrue
            }
            if isTrue { continuation.resume() }
        }
    }
}
