package import Formats

/// One matter that somebody brought to the city, as it stands now.
package struct Report: Sendable, Equatable {
    package let id: ReportIdentifier
    package let number: ReportNumber
    package let kind: ReportKind
    /// The category's code, as in `road.pothole`.
    package let category: String
    package var status: ReportStatus
    /// The reporter's own words.
    ///
    /// They may hold personal data: no log, tile or public answer shows them.
    package let description: String
    package let placement: Placement
    package let created: Timestamp
    package var updated: Timestamp
    /// When it reached a final status; nil while it is open.
    package var closed: Timestamp?
    /// How many people besides the reporter said 'me too'.
    package var supporters: Int
    /// Rises by one with each change, so that a follower can tell old news from new.
    package var version: Int

    package init(
        id: ReportIdentifier,
        number: ReportNumber,
        kind: ReportKind,
        category: String,
        status: ReportStatus,
        description: String,
        placement: Placement,
        created: Timestamp,
        updated: Timestamp,
        closed: Timestamp?,
        supporters: Int,
        version: Int
    ) {
        self.id = id
        self.number = number
        self.kind = kind
        self.category = category
        self.status = status
        self.description = description
        self.placement = placement
        self.created = created
        self.updated = updated
        self.closed = closed
        self.supporters = supporters
        self.version = version
    }
}
