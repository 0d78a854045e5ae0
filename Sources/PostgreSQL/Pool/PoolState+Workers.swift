extension PoolState {
    /// What a worker with a connection does next.
    enum Next {
        case run(Entry, wake: Int?)
        case park
        case stop
    }

    /// What a worker without a connection does next.
    enum Step {
        case connect
        case sleep
        case stop
    }

    /// What a parked worker is told.
    enum Order {
        case connect
        case run(Entry)
        case stop
    }

    /// The order for a parked worker, once there is one.
    mutating func order(for worker: Int) -> Order? {
        switch workers[worker] {
        case .connecting:
            return .connect
        case .assigned(let entry):
            workers[worker] = .busy(entry.id)
            return .run(entry)
        case .asleep, .idle:
            guard isClosing else { return nil }
            idle.removeAll { $0 == worker }
            workers[worker] = .gone
            return .stop
        case .busy, .gone:
            return .stop
        }
    }

    /// The worker has made a connection, or has finished a job with its connection whole.
    mutating func ready(_ worker: Int) -> Next {
        downSince = nil
        if let entry = queue.popFirst() {
            workers[worker] = .busy(entry.id)
            return .run(entry, wake: queue.isEmpty ? nil : orderConnection())
        }
        if isClosing {
            workers[worker] = .gone
            return .stop
        }
        workers[worker] = .idle
        idle.append(worker)
        return .park
    }

    /// The worker could not connect; `connect` means to try again after a while.
    mutating func connectFailed(_ worker: Int, now: Instant) -> Step {
        if downSince == nil {
            downSince = now
            shortenPatience(now)
        }
        if isClosing {
            workers[worker] = .gone
            return .stop
        }
        let isNeeded = connectingCount == 1 && (connectedCount == 0 || !queue.isEmpty)
        if !isNeeded { workers[worker] = .asleep }
        return isNeeded ? .connect : .sleep
    }

    /// The worker's connection broke, perhaps under a job that can be given to another.
    ///
    /// Returns the job instead when it has been given back too often: it may be what breaks connections.
    mutating func lost(
        _ worker: Int,
        returning entry: Entry?,
        counting: Bool
    ) -> (step: Step, wake: [Int], refused: Entry?) {
        workers[worker] = .asleep
        var refused: Entry?
        if var entry {
            entry.returns += counting ? 1 : 0
            if entry.returns > 2 { refused = entry } else { queue.prepend(entry) }
        }
        let wake = dispatch()
        if isClosing, queue.isEmpty {
            workers[worker] = .gone
            return (.stop, wake, refused)
        }
        let limit = downSince == nil ? queue.count : 1
        let isNeeded = !queue.isEmpty && connectingCount < limit
        let isScout = connectedCount == 0 && connectingCount == 0
        guard isNeeded || isScout else { return (.sleep, wake, refused) }
        workers[worker] = .connecting
        return (.connect, wake, refused)
    }

    /// Whether an idle worker may close its connection now; one is always kept.
    mutating func mayRetire(_ worker: Int) -> Bool {
        guard case .idle = workers[worker], connectedCount > 1, !isClosing else { return false }
        idle.removeAll { $0 == worker }
        workers[worker] = .asleep
        return true
    }

    /// Takes no more jobs; what waits is still done until the deadline.
    mutating func close(by deadline: Instant) {
        closeDeadline = min(deadline, closeDeadline ?? deadline)
    }

    private mutating func shortenPatience(_ now: Instant) {
        guard connectedCount == 0 else { return }
        let limit = now + settings.outagePatience
        queue.updateAll { $0.deadline = min($0.deadline, limit) }
    }
}
