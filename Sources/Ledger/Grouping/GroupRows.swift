import Geography
import PostgreSQL
import Reports

/// The rows of a group, and the order in which they are locked.
///
/// Whoever changes links holds the lock of all links before any row's: so chains hold still, and nobody waits in a circle
/// for those who hold one row each.
enum GroupRows {
    private static let lock: Int64 = 0x0F << 56

    /// Keeps everybody else from changing links until the transaction ends.
    static func lockLinks(in session: borrowing Session) throws {
        try session.execute("SELECT pg_advisory_xact_lock(\(lock))")
    }

    /// The identifier behind a number.
    static func identifier(of number: ReportNumber, in session: borrowing Session) throws -> UUIDBytes? {
        try session.query("SELECT id FROM report WHERE number = \(number.description)").first {
            try $0.decode(at: 0)
        }
    }

    /// A report and the leader of another's group, locked in the order of their identifiers.
    ///
    /// - Throws: `NoSuchReport` if there is none of the number.
    static func lockedPair(
        _ number: ReportNumber,
        leaderOf other: UUIDBytes,
        in session: borrowing Session
    ) throws -> (Report, leader: Report) {
        let leader = try session.query("SELECT report_leader(\(other))").one {
            try $0.decode(UUIDBytes.self, at: 0)
        }
        let rows = try session.query(
            """
            SELECT \(Report.columns) FROM report r WHERE r.number = \(number.description) OR r.id = \(leader)
            ORDER BY r.id FOR NO KEY UPDATE OF r
            """
        ).map { try Report(row: $0) }
        guard let report = rows.first(where: { $0.number == number }) else { throw NoSuchReport() }
        guard let first = rows.first(where: { $0.id.uuid == leader }) else { throw LinkRefused.noSuchLeader }
        return (report, first)
    }

    /// The report that leads the group of another, locked; nil if there is no such report.
    static func lockedLeader(of report: UUIDBytes, in session: borrowing Session) throws -> Report? {
        // Linked in the meantime, it leads no more: then its leader does.
        for _ in 0..<mostTries {
            let found = try session.query(
                """
                SELECT \(Report.columns), r.leader_id IS NULL FROM report r
                WHERE r.id = report_leader(\(report)) FOR NO KEY UPDATE OF r
                """
            ).first { row in (try Report(row: row), try row.decode(Bool.self, at: Report.columnCount)) }
            guard let (leader, leads) = found else { return nil }
            if leads { return leader }
        }
        return nil
    }

    private static let mostTries = 8

    /// The reports above one, the nearest first, locked in the order of their identifiers.
    static func lockedAncestors(of report: ReportIdentifier, in session: borrowing Session) throws -> [Report]
    {
        try session.query(
            """
            WITH RECURSIVE chain AS (
                SELECT r.leader_id AS id, 1 AS nth FROM report r WHERE r.id = \(report.uuid)
                UNION ALL
                SELECT r.leader_id, chain.nth + 1 FROM chain JOIN report r ON r.id = chain.id
                WHERE chain.id IS NOT NULL AND chain.nth < 64
            ), locked AS (
                SELECT r.* FROM report r WHERE r.id IN (SELECT id FROM chain) ORDER BY r.id FOR NO KEY UPDATE
            )
            SELECT \(Report.columns) FROM locked r JOIN chain ON chain.id = r.id ORDER BY chain.nth
            """
        ).map { try Report(row: $0) }
    }
}
