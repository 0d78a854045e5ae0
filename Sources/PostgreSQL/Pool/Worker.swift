import Threads

/// One thread of a pool: makes a connection when told, runs jobs on it, makes another when it breaks.
struct Worker {
    let pool: Pool
    let index: Int
    private var backoff: Backoff

    init(pool: Pool, index: Int) {
        self.pool = pool
        self.index = index
        let seed = pool.configuration.seed &+ UInt64(index) &+ (pool.name == .reads ? 0 : 1 << 32)
        backoff = Backoff(first: .milliseconds(50), cap: .seconds(1), seed: seed)
    }

    /// Lives until the pool has closed.
    mutating func run() {
        var step = PoolState<Job>.Step.sleep
        while true {
            switch step {
            case .stop:
                return leave()
            case .sleep:
                switch parked() {
                case .connect: step = .connect
                case .run, .stop: return leave()
                }
            case .connect:
                step = connect()
            }
        }
    }

    private mutating func connect() -> PoolState<Job>.Step {
        let access = pool.name == .reads ? Access.readOnly : .readWrite
        do throws(ConnectFailure) {
            let session = try Session(pool.configuration, access: access)
            backoff.reset()
            return serve(session)
        } catch {
            let wait = backoff.wait()
            pool.observe(.connectFailed(pool.name, detail: error.detail, retryIn: wait))
            let now = ContinuousClock.now
            let step = pool.monitor.withLock { $0.machine.connectFailed(index, now: now) }
            if case .connect = step { pause(wait) }
            return step
        }
    }

    /// Runs jobs until the connection is lost, retired, or the pool closes.
    private func serve(_ session: consuming Session) -> PoolState<Job>.Step {
        let handle = CancelHandle(session.connection)
        pool.monitor.withLock { $0.interruptions[index] = Interruption(handle: handle, isCommitting: true) }
        defer { pool.monitor.withLock { $0.interruptions[index].handle = nil } }
        var next = pool.monitor.withLock { $0.machine.ready(index) }
        pool.observe(.connected(pool.name))
        while true {
            switch next {
            case .stop:
                return .stop
            case .park:
                switch parked(retiring: true) {
                case .run(let entry): next = .run(entry, wake: nil)
                case .connect: return .sleep
                case .stop: return .stop
                }
            case .run(let entry, let wake):
                if let wake { pool.monitor.signal(wake) }
                switch run(entry, on: session) {
                case .whole(let then): next = then
                case .broken(let step): return step
                }
            }
        }
    }

    private enum Outcome {
        case whole(PoolState<Job>.Next)
        case broken(PoolState<Job>.Step)
    }

    private func run(_ entry: PoolState<Job>.Entry, on session: borrowing Session) -> Outcome {
        guard session.connection.isStillThere() else {
            return .broken(lost(returning: entry, counting: false))
        }
        let begun = ContinuousClock.now
        session.journal.ticket = entry.job.ticket
        session.journal.mayCommit = { [pool, index] in pool.mayCommit(index, entry.job.ticket) }
        pool.beginInterruptible(index)
        let verdict = entry.job.run(session)
        if pool.endInterruptible(index) { session.settle() }
        session.journal.ticket = nil
        session.journal.mayCommit = { true }
        report(entry, begun: begun)

        switch verdict {
        case .notBegun:
            return .broken(lost(returning: entry, counting: true))
        case .delivered(let deliver):
            guard session.isReusable else {
                let step = lost(returning: nil, counting: false)
                deliver()
                return .broken(step)
            }
            // Free first, then deliver: the caller's next job finds this worker rather than waking another.
            let next = pool.monitor.withLock { $0.machine.ready(index) }
            deliver()
            return .whole(next)
        }
    }

    private func report(_ entry: PoolState<Job>.Entry, begun: ContinuousClock.Instant) {
        let waited = entry.submitted.duration(to: begun)
        let ran = begun.duration(to: .now)
        pool.observe(.finished(pool.name, waited: waited, ran: ran))
        if ran > pool.configuration.slowJob { pool.observe(.slow(pool.name, waited: waited, ran: ran)) }
    }

    private func lost(returning entry: PoolState<Job>.Entry?, counting: Bool) -> PoolState<Job>.Step {
        pool.observe(.lost(pool.name))
        let (step, wake, refused) = pool.monitor.withLock { state in
            state.machine.lost(index, returning: entry, counting: counting)
        }
        for worker in wake { pool.monitor.signal(worker) }
        if let refused { pool.refuse(refused.job, .connectionLost) }
        return step
    }

    private func parked(retiring: Bool = false) -> PoolState<Job>.Order {
        while true {
            let deadline = retiring ? ContinuousClock.now + pool.settings.idleLifetime : nil
            let order = pool.monitor.wait(on: index, until: deadline) { $0.machine.order(for: index) }
            if let order { return order }
            // `connect` tells the caller to give its connection up; the worker sleeps until it is needed.
            if pool.monitor.withLock({ $0.machine.mayRetire(index) }) { return .connect }
        }
    }

    /// Waits before the next attempt, but not through the closing of the pool.
    private func pause(_ duration: Duration) {
        _ = pool.monitor.wait(on: index, until: .now + duration) { $0.machine.isClosing ? true : nil }
    }

    /// The last one out refuses what is left and tells those who wait for the end.
    private func leave() {
        typealias Rest = (left: [PoolState<Job>.Entry], closers: [CheckedContinuation<Void, Never>])
        let (left, closers) = pool.monitor.withLock { state -> Rest in
            state.machine.workers[index] = .gone
            state.left += 1
            guard state.isOver else { return ([], []) }
            defer { state.closers.removeAll() }
            return (state.machine.queue.remove { _ in true }, state.closers)
        }
        for entry in left { pool.refuse(entry.job, .closed) }
        for closer in closers { closer.resume() }
    }
}
