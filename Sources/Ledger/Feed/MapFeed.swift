import Formats
import Geography
package import PostgreSQL
package import Reports

/// How far a reader of the feed has come.
///
/// Every event of a transaction below it was visible when it was read. Transactions at or above it may still
/// commit, in any order, so their events are read again until the horizon has passed them.
package struct FeedPosition: Sendable, Equatable {
    let horizon: UInt64
}

/// What the live map is told: all reports at the start, then whatever changed since.
///
/// A change may be told more than once; the versions of the marks make that harmless.
package struct MapFeed: Sendable {
    private static let chunk = 4_096
    private let database: Database

    package init(_ database: Database) {
        self.database = database
    }

    /// Reads every report, in chunks, as they stood at one instant.
    package func load(_ take: @escaping @Sendable ([ReportMark]) -> Void) async throws -> FeedPosition {
        try await database.readSnapshot { session in
            let position = try MapFeed.position(session)
            var marks: [ReportMark] = []
            // The whole table takes as long as it takes.
            try session.execute("SET LOCAL statement_timeout = 0")
            try session.copyOut("SELECT \(ReportMark.columns) FROM report r") { row in
                marks.append(try ReportMark(row: row))
                if marks.count == MapFeed.chunk {
                    take(marks)
                    marks.removeAll(keepingCapacity: true)
                }
            }
            take(marks)
            return position
        }
    }

    /// Reads the reports that changed since a position.
    package func changes(since position: FeedPosition) async throws -> (
        marks: [ReportMark], position: FeedPosition
    ) {
        try await database.readSnapshot { session in
            let next = try MapFeed.position(session)
            let marks = try session.query(
                """
                SELECT \(ReportMark.columns) FROM report r
                WHERE r.id IN (SELECT report_id FROM report_event WHERE transaction_id >= \(position.horizon))
                """
            ).map { try ReportMark(row: $0) }
            return (marks, next)
        }
    }

    private static func position(_ session: borrowing Session) throws -> FeedPosition {
        try session.query("SELECT pg_snapshot_xmin(pg_current_snapshot())").one {
            FeedPosition(horizon: try $0.decode(at: 0))
        }
    }
}
