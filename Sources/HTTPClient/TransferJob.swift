import Synchronization

/// A request that waits or is under way, and whoever waits for its answer.
final class TransferJob: Sendable {
    let request: OutgoingRequest
    let deadline: ContinuousClock.Instant
    private let cancelled = Atomic(false)
    private let deliver: @Sendable (TransferOutcome) -> Void

    init(
        _ request: OutgoingRequest,
        deadline: ContinuousClock.Instant,
        deliver: @escaping @Sendable (TransferOutcome) -> Void
    ) {
        self.request = request
        self.deadline = deadline
        self.deliver = deliver
    }

    var isCancelled: Bool { cancelled.load(ordering: .acquiring) }

    func cancel() {
        cancelled.store(true, ordering: .releasing)
    }

    /// Ends the wait; called exactly once, by whoever took the job out of the queue, with no lock held.
    func finish(_ outcome: TransferOutcome) {
        deliver(outcome)
    }
}

typealias TransferOutcome = Result<IncomingResponse, HTTPClientError>
