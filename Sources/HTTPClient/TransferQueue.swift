/// The requests that wait, in the order in which they came.
///
/// A job is in the queue, or belongs to the one who took it out and must finish it.
struct TransferQueue {
    private let capacity: Int
    private var waiting: [TransferJob] = []
    private(set) var isClosed = false

    init(capacity: Int) {
        self.capacity = capacity
    }

    /// Takes a job in; nil if it waits now, else why it does not.
    mutating func submit(_ job: TransferJob) -> HTTPClientError? {
        if isClosed { return .closed }
        if job.isCancelled { return .cancelled }
        guard waiting.count < capacity else { return .overloaded }
        waiting.append(job)
        return nil
    }

    /// The job that has waited longest.
    mutating func next() -> TransferJob? {
        waiting.isEmpty ? nil : waiting.removeFirst()
    }

    /// Takes a job out; false if somebody else has it.
    mutating func remove(_ job: TransferJob) -> Bool {
        guard let index = waiting.firstIndex(where: { $0 === job }) else { return false }
        waiting.remove(at: index)
        return true
    }

    /// Takes out the jobs whose deadline has come.
    mutating func takeExpired(at now: ContinuousClock.Instant) -> [TransferJob] {
        let expired = waiting.filter { $0.deadline <= now }
        if !expired.isEmpty { waiting.removeAll { $0.deadline <= now } }
        return expired
    }

    /// Takes no more, and gives out what waits.
    mutating func close() -> [TransferJob] {
        isClosed = true
        defer { waiting = [] }
        return waiting
    }
}
