package import Formats

/// What a unit's queue needs to know of a report besides what a map does.
package struct QueueFacts: Sendable, Hashable {
    /// When it last changed.
    package var updated: Timestamp
    /// The next deadline that counts: for the first action, then for closing it.
    ///
    /// Nil while no clock runs: it is closed, its reporter is asked, or its category has no deadlines.
    package var due: Timestamp?
    /// The account of who has it, if anybody has.
    package var assignee: Int?
    package var channel: Channel
    /// Whether it goes first.
    package var isUrgent: Bool
    /// Whether somebody should look at where it was placed.
    package var needsReview: Bool
    /// Codes of the units that were asked about it and have not answered yet.
    package var asked: [String]

    /// Joins the parts.
    package init(
        updated: Timestamp,
        due: Timestamp? = nil,
        assignee: Int? = nil,
        channel: Channel = .portal,
        isUrgent: Bool = false,
        needsReview: Bool = false,
        asked: [String] = []
    ) {
        self.updated = updated
        self.due = due
        self.assignee = assignee
        self.channel = channel
        self.isUrgent = isUrgent
        self.needsReview = needsReview
        self.asked = asked
    }
}

extension DueDates {
    /// The next deadline that counts for a report in a status; nil while no clock runs.
    package func next(in status: ReportStatus) -> Timestamp? {
        guard status.clock == .runs, waitingSince == nil else { return nil }
        return firstActed == nil ? firstAction ?? closure : closure
    }
}
