import Threads

/// Workers with a connection each, and the bounded queue before them.
///
/// Lock, decide, unlock, act: nothing is delivered and no I/O is done while the lock is held.
final class Pool: Sendable {
    struct State {
        var machine: PoolState<Job>
        var interruptions: [Interruption]
        /// Workers whose threads are done with the pool.
        var left = 0
        var closers: [CheckedContinuation<Void, Never>] = []

        var isOver: Bool { left == machine.workers.count }
    }

    let name: PoolName
    let configuration: DatabaseConfiguration
    let settings: PoolSettings
    let observe: @Sendable (DatabaseEvent) -> Void
    let monitor: Monitor<State>
    let canceller: Canceller

    init(
        _ name: PoolName,
        _ configuration: DatabaseConfiguration,
        canceller: Canceller,
        observe: @escaping @Sendable (DatabaseEvent) -> Void
    ) {
        self.name = name
        self.configuration = configuration
        self.settings = name == .reads ? configuration.reads : configuration.writes
        self.canceller = canceller
        self.observe = observe
        let machine = PoolState<Job>(settings)
        let workers = machine.workers.count
        monitor = Monitor(
            State(machine: machine, interruptions: Array(repeating: Interruption(), count: workers)),
            conditions: workers
        )
    }

    /// Starts the workers' threads; they end after `close`.
    func start() {
        let count = monitor.withLock { $0.machine.workers.count }
        for index in 0..<count {
            WorkerThread.start(named: "pg-\(name.rawValue)-\(index)") {
                var worker = Worker(pool: self, index: index)
                worker.run()
            }
        }
    }

    /// Takes a job, or refuses it at once.
    func submit(_ job: Job) {
        let now = ContinuousClock.now
        let submission = monitor.withLock { state in
            job.ticket.isCancelled
                ? .refused(.cancelled) : state.machine.submit(job, id: job.ticket.id, now: now)
        }
        switch submission {
        case .accepted(let worker):
            if let worker { monitor.signal(worker) }
        case .refused(let error):
            refuse(job, error)
        }
    }

    /// Drops a job that waits, or has the one that runs interrupted.
    func cancel(_ ticket: Ticket) {
        ticket.cancel()
        switch monitor.withLock({ $0.machine.cancel(ticket.id) }) {
        case .removed(let entry): entry.job.refuse(.cancelled)
        case .interrupt(let worker):
            canceller.request(Canceller.Request(pool: self, worker: worker, id: ticket.id))
        case .nothing: break
        }
    }

    /// Refuses jobs that have waited too long, and interrupts what still runs after the closing deadline.
    ///
    /// Interrupts once more what was interrupted and still runs: the server ignores an interruption that
    /// comes a moment before the statement it is meant for.
    ///
    /// Returns when to look again; nil when the pool is over.
    func lookAfter(now: ContinuousClock.Instant) -> ContinuousClock.Instant? {
        let (expired, late, next) = monitor.withLock { state in
            let isLate = state.machine.closeDeadline.map { now >= $0 } ?? false
            let expired = state.machine.expire(now)
            let late = state.machine.busy.filter { isLate || state.interruptions[$0.worker].wasSent }
            return (expired, late, state.isOver ? nil : state.machine.nextLook(now))
        }
        for (entry, error) in expired { refuse(entry.job, error) }
        for (worker, id) in late { canceller.request(Canceller.Request(pool: self, worker: worker, id: id)) }
        return next
    }

    /// Takes no more jobs, lets those it has finish until the deadline, and returns when all threads are done.
    func close(by deadline: ContinuousClock.Instant) async {
        await withCheckedContinuation { continuation in
            let isOver = monitor.withLock { state in
                state.machine.close(by: deadline)
                if !state.isOver { state.closers.append(continuation) }
                return state.isOver
            }
            monitor.signalAll()
            if isOver { continuation.resume() }
        }
    }

    /// Begins to close without waiting for the end.
    func beginClosing(by deadline: ContinuousClock.Instant = .now) {
        monitor.withLock { $0.machine.close(by: deadline) }
        monitor.signalAll()
    }

    /// How busy the pool is at this moment.
    var gauges: PoolGauges {
        monitor.withLock { state in
            PoolGauges(
                waiting: state.machine.queue.count,
                running: state.machine.busy.count,
                connected: state.machine.connectedCount
            )
        }
    }

    func refuse(_ job: Job, _ error: DatabaseError) {
        observe(.refused(name, error))
        job.refuse(error)
    }
}

/// Which of a database's two pools is meant.
package enum PoolName: String, Sendable {
    case reads = "read"
    case writes = "write"
}

/// How busy a pool is.
package struct PoolGauges: Sendable, Equatable {
    /// Jobs in the queue.
    package let waiting: Int
    /// Jobs on a worker.
    package let running: Int
    /// Connections that stand.
    package let connected: Int
}
