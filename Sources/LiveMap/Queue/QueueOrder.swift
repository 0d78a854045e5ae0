/// What comes first in a queue.
package enum QueueOrder: String, CaseIterable, Sendable {
    /// What is due soonest; what is not due comes last.
    case due
    /// What came in last.
    case newest
    /// What came in first.
    case oldest
    /// What changed last.
    case changed
    /// What most people stand behind.
    case supporters

    /// The rank of a row: what has a lower one comes first.
    @inline(__always)
    func rank(_ row: Int, of columns: PinRows) -> UInt32 {
        switch self {
        case .due: columns.due(row)
        case .newest: ~columns.created(row)
        case .oldest: columns.created(row)
        case .changed: ~columns.updated(row)
        case .supporters: ~columns.supporters(row)
        }
    }
}
