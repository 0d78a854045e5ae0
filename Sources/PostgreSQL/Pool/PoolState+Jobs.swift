extension PoolState {
    /// What to do about a job that came.
    enum Submission {
        case accepted(wake: Int?)
        case refused(DatabaseError)
    }

    /// What to do about a job that is no longer wanted.
    enum Cancellation {
        case removed(Entry)
        case interrupt(worker: Int)
        /// It has not begun on its worker, which will see the ticket, or it is over.
        case nothing
    }

    mutating func submit(_ job: Job, id: UInt64, now: Instant) -> Submission {
        if isClosing { return .refused(.closed) }
        var entry = Entry(id: id, job: job, submitted: now, deadline: now + settings.patience)
        if let worker = idle.popLast() {
            workers[worker] = .assigned(entry)
            return .accepted(wake: worker)
        }
        if isAway(now) { return .refused(refusal(now)) }
        guard queue.count < settings.queueCapacity else { return .refused(refusal(now)) }
        if downSince != nil, connectedCount == 0 { entry.deadline = now + settings.outagePatience }
        queue.append(entry)
        return .accepted(wake: orderConnection())
    }

    mutating func cancel(_ id: UInt64) -> Cancellation {
        if let entry = queue.remove(where: { $0.id == id }).first { return .removed(entry) }
        for (worker, state) in workers.enumerated() {
            if case .busy(id) = state { return .interrupt(worker: worker) }
        }
        return .nothing
    }

    /// Takes out the jobs that have waited long enough, each with what to tell it.
    mutating func expire(_ now: Instant) -> [(Entry, DatabaseError)] {
        let isLate = closeDeadline.map { now >= $0 } ?? false
        let error = isLate ? .closed : refusal(now)
        return queue.remove { isLate || $0.deadline <= now }.map { ($0, error) }
    }

    /// When `expire` may next have something to do, as far as can be known now.
    ///
    /// A job that comes later cannot expire before the shortest patience has passed, so nobody needs to be
    /// woken when one comes.
    func nextLook(_ now: Instant) -> Instant {
        var look = now + min(settings.patience, settings.outagePatience)
        if let deadline = queue.min(of: \.deadline) { look = min(look, deadline) }
        if let closeDeadline, closeDeadline > now { look = min(look, closeDeadline) }
        return look
    }

    /// Gives waiting jobs to idle workers and returns the workers to wake.
    mutating func dispatch() -> [Int] {
        var woken: [Int] = []
        while !queue.isEmpty, let worker = idle.popLast() {
            guard let entry = queue.popFirst() else { break }
            workers[worker] = .assigned(entry)
            woken.append(worker)
        }
        return woken
    }

    /// Chooses a sleeping worker to make another connection, if one is called for.
    ///
    /// While the database is away a single scout tries.
    mutating func orderConnection() -> Int? {
        let limit = downSince == nil ? queue.count : 1
        guard connectingCount < limit else { return nil }
        let sleeper = workers.firstIndex { if case .asleep = $0 { true } else { false } }
        if let sleeper { workers[sleeper] = .connecting }
        return sleeper
    }
}
