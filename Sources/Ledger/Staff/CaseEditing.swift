package import Formats
package import PostgreSQL
package import Reports

/// Who is writing in which case just now, for others who have the same case open.
package struct CaseEditing: Sendable {
    /// Without a sign for so long, somebody is taken to have stopped.
    package static let seconds: Int64 = 60
    /// The most who are named at a time.
    package static let mostNamed = 5
    /// The most signs that a queue is told of.
    private static let mostTold: Int64 = 200
    /// In so many cases at once somebody may be writing: one for each open window.
    static let mostCases = 20

    private let database: Database

    /// On a migrated database.
    package init(_ database: Database) {
        self.database = database
    }

    /// Notes that an account is writing in a case, and forgets who stopped long ago.
    package func note(_ report: ReportIdentifier, by account: Int, at now: Timestamp = .now) async throws {
        let oldest = now.advanced(bySeconds: -CaseEditing.seconds)
        let account = Int32(clamping: account)
        try await database.write { session in
            _ = try session.execute(
                """
                DELETE FROM case_editing WHERE (report_id, account) IN (
                    SELECT report_id, account FROM case_editing WHERE at < \(oldest)
                    ORDER BY at LIMIT 100 FOR UPDATE SKIP LOCKED)
                """
            )
            _ = try session.execute(
                """
                INSERT INTO case_editing (report_id, account, at)
                SELECT \(report.uuid), \(account), \(now)
                WHERE (SELECT count(*) FROM case_editing WHERE account = \(account)
                    AND report_id <> \(report.uuid)) < \(Int64(CaseEditing.mostCases))
                ON CONFLICT (report_id, account) DO UPDATE SET at = greatest(case_editing.at, excluded.at)
                """
            )
        }
    }

    /// Notes that an account has left a case.
    package func leave(_ report: ReportIdentifier, by account: Int) async throws {
        try await database.write { session in
            _ = try session.execute(
                """
                DELETE FROM case_editing
                WHERE report_id = \(report.uuid) AND account = \(Int32(clamping: account))
                """
            )
        }
    }

    /// In which cases others are writing just now, and who; the most that are told at a time are the latest.
    ///
    /// - Parameters:
    ///   - account: who asks.
    ///   - unit: of what a unit has or was asked about; of everything without one.
    ///   - now: the moment.
    /// - Returns: the names by the numbers of the reports.
    /// - Throws: what the database throws.
    package func others(
        besides account: Int,
        for unit: String?,
        at now: Timestamp = .now
    ) async throws -> [String: [String]] {
        let oldest = now.advanced(bySeconds: -CaseEditing.seconds)
        let pairs = try await database.read { session in
            try session.query(
                """
                SELECT r.number, a.name FROM case_editing e JOIN staff_account a ON a.id = e.account
                    JOIN report r ON r.id = e.report_id
                WHERE e.at >= \(oldest) AND e.account <> \(Int32(clamping: account)) AND a.disabled_at IS NULL
                    AND (\(unit)::text IS NULL OR r.unit = \(unit) OR \(unit) = ANY (r.asked_units))
                ORDER BY e.at DESC LIMIT \(CaseEditing.mostTold)
                """
            ).map { (try $0.decode(String.self, at: 0), try $0.decode(String.self, at: 1)) }
        }
        var names: [String: [String]] = [:]
        for (number, name) in pairs { names[number, default: []].append(name) }
        return names
    }

    /// The names of others who are writing in a case, by their names.
    package func others(
        in report: ReportIdentifier,
        besides account: Int,
        at now: Timestamp = .now
    ) async throws -> [String] {
        let oldest = now.advanced(bySeconds: -CaseEditing.seconds)
        return try await database.read { session in
            try session.query(
                """
                SELECT a.name FROM case_editing e JOIN staff_account a ON a.id = e.account
                WHERE e.report_id = \(report.uuid) AND e.account <> \(Int32(clamping: account))
                    AND e.at >= \(oldest) AND a.disabled_at IS NULL
                ORDER BY a.name LIMIT \(Int64(CaseEditing.mostNamed))
                """
            ).map { try $0.decode(at: 0) }
        }
    }
}
