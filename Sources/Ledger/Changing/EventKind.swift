import PostgreSQL

/// What can happen to a report; the words are kept in its history.
package enum EventKind: String, CaseIterable, Sendable {
    case received
    /// Its status changed.
    case status
    /// Somebody who is not staff wrote something.
    case comment
    /// Staff wrote something, to everybody or among themselves.
    case note
    /// Photos were added.
    case photos
    /// Somebody said 'me too'.
    case supported
    /// Staff hid it from the public.
    case hidden
    /// Staff let the public see it again.
    case shown
}

extension EventKind: ColumnValue {}
