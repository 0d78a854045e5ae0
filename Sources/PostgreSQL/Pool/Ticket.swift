import Synchronization

/// The identity of a job, and whether its task still wants it.
final class Ticket: Sendable {
    let id: UInt64
    private let cancelled = Atomic(false)

    private static let count = Atomic<UInt64>(0)

    init() {
        id = Self.count.add(1, ordering: .relaxed).newValue
    }

    var isCancelled: Bool { cancelled.load(ordering: .acquiring) }

    func cancel() {
        cancelled.store(true, ordering: .releasing)
    }
}
