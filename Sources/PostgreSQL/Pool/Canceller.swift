import Threads

/// A thread that tells the server to interrupt statements, because telling it blocks.
final class Canceller: Sendable {
    struct Request: Sendable {
        let pool: Pool
        let worker: Int
        let id: UInt64
    }

    private struct State {
        var requests: [Request] = []
        var isStopping = false
    }

    private let monitor = Monitor(State())

    func start() {
        WorkerThread.start(named: "pg-cancel") { self.run() }
    }

    /// Queues a request; one for each worker at most, so there are never more than workers.
    func request(_ request: Request) {
        monitor.withLock { state in
            state.requests.removeAll { $0.pool === request.pool && $0.worker == request.worker }
            state.requests.append(request)
        }
        monitor.signal()
    }

    func stop() {
        monitor.withLock { $0.isStopping = true }
        monitor.signal()
    }

    private func run() {
        while let requests = nextRequests() {
            for request in requests {
                let handle = request.pool.beginInterruption(of: request.worker, running: request.id)
                guard let handle else { continue }
                handle.fire()
                request.pool.endInterruption(of: request.worker)
            }
        }
    }

    private func nextRequests() -> [Request]? {
        let requests = monitor.wait { state -> [Request]? in
            guard !state.requests.isEmpty || state.isStopping else { return nil }
            defer { state.requests.removeAll() }
            return state.requests
        }
        guard let requests, !requests.isEmpty else { return nil }
        return requests
    }
}
