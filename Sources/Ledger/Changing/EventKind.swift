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
    /// It is taken to repeat another report.
    case suggested
    /// It was linked to the report that leads its group.
    case linked
    /// It was unlinked, or what it was taken to repeat was something else.
    case unlinked
    /// A report was linked to it.
    case joined
    /// A report that was linked to it is no more.
    case left
    /// The report that leads its group was closed or reopened.
    case led
    /// Staff hid it from the public.
    case hidden
    /// Staff let the public see it again.
    case shown
    /// Somebody of its unit has it now, or nobody has.
    case assigned
    /// It went to another unit.
    case handed
    /// Another unit was asked about it.
    case asked
    /// A unit that was asked has answered.
    case answered
    /// Its place was put right, and with it perhaps its unit.
    case moved
    /// Staff took personal data out of what everybody may read or see.
    case redacted
    /// Staff took back what they had just done to it, with others.
    case undone
}

extension EventKind: ColumnValue {}
