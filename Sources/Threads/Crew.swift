/// A few threads of one name that carry out blocking work, with a bounded queue in front.
package final class Crew: Sendable {
    private let queue: Monitor<CrewQueue>

    /// Starts the threads; they end when the crew is closed or nobody holds it any more.
    ///
    /// - Parameters:
    ///   - name: what `ps` and debuggers show; the kernel keeps 15 bytes.
    ///   - workers: how many threads there are.
    ///   - queueCapacity: how much work may wait; more is refused.
    ///   - atEnd: what each thread does last.
    package init(
        named name: String,
        workers: Int,
        queueCapacity: Int,
        atEnd: @escaping @Sendable () -> Void = {}
    ) {
        let queue = Monitor(CrewQueue(capacity: queueCapacity))
        self.queue = queue
        for _ in 0..<max(1, workers) {
            WorkerThread.start(named: name) {
                while let task = queue.wait({ $0.next() }), let task { task.run() }
                atEnd()
            }
        }
    }

    deinit {
        close()
    }

    /// Runs a closure on one of the threads; a cancelled task's work is not begun, but what has begun is finished.
    package func run<Value: Sendable>(
        _ body: @escaping @Sendable () -> Value
    ) async throws(CrewError) -> Value {
        let name = queue.withLock { $0.newName() }
        let outcome: Result<Value, CrewError> = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let task = CrewTask(
                    name: name,
                    run: { continuation.resume(returning: .success(body())) },
                    refuse: { continuation.resume(returning: .failure($0)) }
                )
                let refusal = queue.withLock { Task.isCancelled ? .cancelled : $0.submit(task) }
                if let refusal { return task.refuse(refusal) }
                queue.signal()
            }
        } onCancel: {
            queue.withLock { $0.remove(name) }?.refuse(.cancelled)
        }
        return try outcome.get()
    }

    /// Takes no more work and refuses what waits; what has begun is finished.
    package func close() {
        let waiting = queue.withLock { $0.close() }
        queue.signalAll()
        for task in waiting { task.refuse(.closed) }
    }
}

/// Why a crew did not do some work.
package enum CrewError: Error, Equatable, Sendable {
    /// Too much is waiting already.
    case overloaded
    /// The task was cancelled before its turn came.
    case cancelled
    /// The crew has been closed.
    case closed
}
