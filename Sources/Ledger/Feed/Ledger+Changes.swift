import PostgreSQL
import Reports

extension Ledger {
    /// Reads at most `limit` reports that changed after a place; nil is the beginning of history.
    ///
    /// A report is told at its last change only. One that the audience may not know of is told as gone, if it was
    /// there when they last asked.
    ///
    /// - Throws: `StartAgain` when the place is none of this epoch.
    package func changes(
        after cursor: FeedCursor?,
        limit: Int,
        for audience: Audience
    ) async throws -> Changes {
        try await EventFeed(database).reading { session, moment in
            let cursor = cursor ?? moment.beginning
            let last = try LastChanges(after: cursor, limit: limit, at: moment, in: session)
            var reports: [UUIDBytes: Report] = [:]
            try session.query(
                "SELECT \(Report.columns) FROM report r WHERE r.id = ANY (\(last.reports)) AND \(audience.condition)"
            ).forEach { row in
                let report = try Report(row: row)
                reports[report.id.uuid] = report
            }
            let others = last.reports.filter { reports[$0] == nil }
            return Changes(
                reports: last.reports.compactMap { reports[$0] },
                gone: try Ledger.gone(others, since: cursor, at: moment, in: session),
                cursor: last.end,
                hasMore: last.hasMore
            )
        }
    }

    /// The place from which only what is to come is told.
    package func feedCursor() async throws -> FeedCursor {
        try await EventFeed(database).now()
    }

    /// Those among reports that were there at a place: of the others nobody needs to know that they ever were.
    private static func gone(
        _ reports: [UUIDBytes],
        since cursor: FeedCursor,
        at moment: FeedMoment,
        in session: borrowing Session
    ) throws -> [Changes.Gone] {
        guard !reports.isEmpty else { return [] }
        return try session.query(
            """
            SELECT r.id, r.number, e.transaction_id, e.sequence FROM report r
            JOIN report_event e ON e.report_id = r.id AND e.version = 1 WHERE r.id = ANY (\(reports)) ORDER BY r.id
            """
        ).map { row -> Changes.Gone? in
            guard let number = ReportNumber(parsing: try row.decode(String.self, at: 1)) else {
                throw BrokenRow(table: "report", column: "number")
            }
            let transaction = try row.decode(UInt64.self, at: 2)
            let sequence = try row.decode(Int64.self, at: 3)
            guard moment.holds(cursor, transaction: transaction, sequence: sequence) else { return nil }
            return Changes.Gone(id: ReportIdentifier(try row.decode(UUIDBytes.self, at: 0)), number: number)
        }.compactMap(\.self)
    }
}
