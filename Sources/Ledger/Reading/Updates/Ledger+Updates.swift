package import Formats
import PostgreSQL
package import Reports

/// Something that was done about a report, as other systems that keep a copy of it are told.
package struct ReportUpdate: Sendable, Equatable {
    /// The name by which the asking system told it; nil where it did not.
    package let name: String?
    package let number: String
    package let version: Int
    package let kind: ReportKind
    package let category: String
    package let status: ReportStatus
    package let at: Timestamp
    package let reason: String?
    package let text: String?
}

extension Ledger {
    /// What was done about reports in some time, the latest first: their statuses, and what staff told everybody.
    ///
    /// - Parameters:
    ///   - from: the first moment.
    ///   - until: the moment after the last.
    ///   - audience: who asks; even staff are told here only what everybody may know.
    ///   - key: the key with which somebody asks, whose own names for updates are told again.
    ///   - skipping: how many are passed over.
    ///   - limit: how many at most.
    /// - Returns: what was done, at most `limit`.
    /// - Throws: what the database throws.
    package func updates(
        from: Timestamp,
        until: Timestamp,
        for audience: Audience,
        toldBy key: Int?,
        skipping: Int,
        limit: Int
    ) async throws -> [ReportUpdate] {
        let text: SQL = audience.isStaff ? "n.text" : "coalesce(n.public_text, n.text)"
        let statement: SQL = """
            SELECT p.name, r.number, e.version, r.kind, r.category, e.status, e.at, e.reason, \(text)
            FROM report_event e JOIN report r ON r.id = e.report_id
                LEFT JOIN report_note n ON n.report_id = e.report_id AND n.version = e.version
                LEFT JOIN posted_update p ON p.report_id = e.report_id AND p.last_version = e.version
                    AND p.key_id = \(key.map { Int32(clamping: $0) })
            WHERE e.what IN ('status', 'note') AND e.is_public AND e.at >= \(from) AND e.at < \(until)
                AND \(audience.condition)
            ORDER BY e.at DESC, e.report_id DESC, e.version DESC OFFSET \(Int64(skipping)) LIMIT \(Int64(limit))
            """
        return try await database.read { session in
            try session.query(statement).map { row in
                ReportUpdate(
                    name: try row.decode(at: 0),
                    number: try row.decode(at: 1),
                    version: Int(try row.decode(Int32.self, at: 2)),
                    kind: try row.decode(at: 3),
                    category: try row.decode(at: 4),
                    status: try row.decode(at: 5),
                    at: try row.decode(at: 6),
                    reason: try row.decode(at: 7),
                    text: try row.decode(at: 8)
                )
            }
        }
    }
}
