import Formats
import PostgreSQL
package import Reports

extension Ledger {
    /// The most entries that a history shows: the newest.
    package static let longestHistory = 1_000

    /// What happened to a report, in its order; empty where the reader may not know of it.
    package func history(of number: ReportNumber, for reader: HistoryReader) async throws -> [HistoryEntry] {
        let isStaff = reader.isStaff
        let seen: SQL = isStaff ? "true" : "e.is_public"
        let text: SQL = reader.readsOriginals ? "n.text" : "coalesce(n.public_text, n.text)"
        let statement: SQL = """
            SELECT e.version, e.what, e.from_status, e.status, e.at, e.actor, e.actor_name, e.reason, \(text), e.is_public,
                e.details, e.staff, e.origin
            FROM report r JOIN report_event e ON e.report_id = r.id
                LEFT JOIN report_note n ON n.report_id = e.report_id AND n.version = e.version
            WHERE r.number = \(number.description) AND \(reader.condition) AND \(seen)
            ORDER BY e.version DESC LIMIT \(Int64(Ledger.longestHistory))
            """
        let newest = try await database.read { session in
            try session.query(statement).map { try HistoryEntry(row: $0, isStaff: isStaff) }
        }
        return newest.reversed()
    }
}

extension HistoryEntry {
    fileprivate init(row: borrowing some ReadableRow & ~Copyable, isStaff: Bool) throws {
        let role = try row.decode(ActorRole.self, at: 5)
        let name = try row.decode(String?.self, at: 6)
        version = Int(try row.decode(Int32.self, at: 0))
        what = try row.decode(EventKind.self, at: 1)
        from = try row.decode(ReportStatus?.self, at: 2)
        status = try row.decode(ReportStatus.self, at: 3)
        at = try row.decode(Timestamp.self, at: 4)
        let account = isStaff ? try row.decode(Int32?.self, at: 11) : nil
        actor = Actor(
            role,
            name: isStaff || role == .unit ? name : nil,
            staff: account.map { Int($0) },
            through: isStaff ? try row.decode(DoorName?.self, at: 12) : nil
        )
        reason = try row.decode(String?.self, at: 7)
        text = try row.decode(String?.self, at: 8)
        isPublic = try row.decode(Bool.self, at: 9)
        details = try row.decode(JSONText?.self, at: 10)
    }
}
