package import Formats

/// What only staff ask for: conditions of queues, on lists and maps alike.
package struct QueueFilter: Hashable, Sendable {
    /// Whose report it is.
    package enum Holder: Hashable, Sendable {
        case nobody
        /// The number of an account.
        case account(Int)
    }

    /// In the hands of one of these; nil for any.
    package var holders: Set<Holder>?
    /// Due at this moment or later.
    package var dueFrom: Timestamp?
    /// Due before this moment.
    package var dueUntil: Timestamp?
    /// Came in on one of these ways; nil for any.
    package var channels: Set<Channel>?
    /// Only what goes first.
    package var isUrgent = false
    /// Only what somebody should look at for its place.
    package var needsReview = false
    /// Only what this unit was asked about.
    package var asked: String?

    /// No condition at all.
    package static let none = QueueFilter()

    /// No condition yet.
    package init() {}
}
