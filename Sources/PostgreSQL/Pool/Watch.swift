import Threads

/// A thread that keeps the pools' deadlines, and outlives them by a moment.
final class Watch: Sendable {
    private let pools: [Pool]
    private let canceller: Canceller

    init(_ pools: [Pool], canceller: Canceller) {
        self.pools = pools
        self.canceller = canceller
    }

    func start() {
        WorkerThread.start(named: "pg-watch") { self.run() }
    }

    private func run() {
        while true {
            let now = ContinuousClock.now
            guard let next = pools.compactMap({ $0.lookAfter(now: now) }).min() else { break }
            let pause = max(.milliseconds(5), min(.milliseconds(250), now.duration(to: next)))
            WorkerThread.pause(pause)
        }
        canceller.stop()
    }
}
