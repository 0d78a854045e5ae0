package import Formats
import PostgreSQL
package import Reports

/// One thing that happened to one report, as its followers are told.
package struct FeedEvent: Sendable, Equatable {
    package let report: ReportIdentifier
    /// The report's version from then on.
    package let version: Int
    package let what: EventKind
    /// The status before, if it changed.
    package let from: ReportStatus?
    package let status: ReportStatus
    package let at: Timestamp
    package let actor: ActorRole
    /// Whether everybody may know of it.
    package let isPublic: Bool
    /// Its place in the feed.
    package let place: FeedCursor
}

extension FeedEvent {
    /// The columns that `init(row:at:)` reads, of a `report_event` named `e`, after its place.
    static let columns: SQL =
        "e.report_id, e.version, e.what, e.from_status, e.status, e.at, e.actor, e.is_public"

    init(row: borrowing Row, at place: FeedCursor) throws {
        self.init(
            report: ReportIdentifier(try row.decode(UUIDBytes.self, at: 2)),
            version: Int(try row.decode(Int32.self, at: 3)),
            what: try row.decode(at: 4),
            from: try row.decode(at: 5),
            status: try row.decode(at: 6),
            at: try row.decode(at: 7),
            actor: try row.decode(at: 8),
            isPublic: try row.decode(at: 9),
            place: place
        )
    }
}
