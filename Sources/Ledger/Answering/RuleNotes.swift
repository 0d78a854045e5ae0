package import Formats
package import PostgreSQL
package import Reports

/// What somebody said of a rule that placed a report wrongly.
package struct RuleNote: Sendable, Equatable {
    package let id: Int64
    package let at: Timestamp
    /// Who said it.
    package let name: String
    /// The report that was placed wrongly.
    package let report: String
    /// The rule of its placement when it was said.
    package let rule: String
    /// The city's data with which it was placed.
    package let cityVersion: Int
    /// The unit that the rule chose.
    package let unit: String
    package let text: String
    /// When an editor had seen to it; nil as long as nobody has.
    package let settled: Timestamp?
}

/// The notes to the editors about rules.
package struct RuleNotes: Sendable {
    /// The most notes about one report that nobody has seen to.
    package static let mostOpen = 10
    private static let mostListed: Int64 = 200

    private let database: Database

    /// The notes of a migrated database.
    package init(_ database: Database) {
        self.database = database
    }

    /// Keeps what somebody says of the rule that placed a report.
    ///
    /// - Returns: whether there was room: a report has only so many open notes.
    package func add(_ text: String, about report: Report, by account: Int, at now: Timestamp = .now)
        async throws -> Bool
    {
        let (placement, id) = (report.placement, report.id.uuid)
        return try await database.write { session in
            let added = try session.execute(
                """
                INSERT INTO rule_note (at, account, report_id, rule, city_version, unit, text)
                SELECT \(now), \(account), \(id), \(placement.grounds?.rule ?? ""),
                    \(placement.grounds?.cityVersion ?? 0), \(placement.unit), \(text)
                WHERE (SELECT count(*) FROM rule_note WHERE report_id = \(id) AND settled_at IS NULL)
                    < \(Int64(RuleNotes.mostOpen))
                """
            )
            return added == 1
        }
    }

    /// The notes that nobody has seen to, or the latest that somebody has; the newest first.
    package func list(settled: Bool) async throws -> [RuleNote] {
        let condition: SQL = settled ? "n.settled_at IS NOT NULL" : "n.settled_at IS NULL"
        return try await read(condition)
    }

    /// What was said about a report, the newest first.
    package func list(about report: ReportIdentifier) async throws -> [RuleNote] {
        try await read("n.report_id = \(report.uuid)")
    }

    /// Marks a note as seen to, or as open again.
    package func settle(_ id: Int64, _ isSettled: Bool, by account: Int, at now: Timestamp = .now)
        async throws
    {
        try await database.write { session in
            _ = try session.execute(
                isSettled
                    ? """
                    UPDATE rule_note SET settled_at = \(now), settled_by = \(account)
                    WHERE id = \(id) AND settled_at IS NULL
                    """
                    : "UPDATE rule_note SET settled_at = NULL, settled_by = NULL WHERE id = \(id)"
            )
        }
    }

    private func read(_ condition: SQL) async throws -> [RuleNote] {
        try await database.read { session in
            try session.query(
                """
                SELECT n.id, n.at, a.name, r.number, n.rule, n.city_version, n.unit, n.text, n.settled_at
                FROM rule_note n JOIN staff_account a ON a.id = n.account JOIN report r ON r.id = n.report_id
                WHERE \(condition) ORDER BY n.id DESC LIMIT \(RuleNotes.mostListed)
                """
            ).map { row in
                RuleNote(
                    id: try row.decode(at: 0),
                    at: try row.decode(at: 1),
                    name: try row.decode(at: 2),
                    report: try row.decode(at: 3),
                    rule: try row.decode(at: 4),
                    cityVersion: Int(try row.decode(Int32.self, at: 5)),
                    unit: try row.decode(at: 6),
                    text: try row.decode(at: 7),
                    settled: try row.decode(at: 8)
                )
            }
        }
    }
}
