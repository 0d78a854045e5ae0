import Synchronization

@testable import PostgreSQL

/// The events of one cluster object: all so far, and a stream to wait on.
final class Observed: Sendable {
    private let seen = Mutex<[ClusterEvent]>([])
    private let stream: AsyncStream<ClusterEvent>
    private let continuation: AsyncStream<ClusterEvent>.Continuation

    init() {
        (stream, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1000))
    }

    var events: [ClusterEvent] { seen.withLock { $0 } }

    func note(_ event: ClusterEvent) {
        seen.withLock { $0.append(event) }
        continuation.yield(event)
    }

    /// Waits for the first event, from where the last wait ended, that fits.
    func next(where fits: (ClusterEvent) -> Bool) async {
        for await event in stream where fits(event) { return }
    }
}
