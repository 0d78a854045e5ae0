package import Formats
package import PostgreSQL
package import Reports

/// How calls ended, for the centre's figures; nothing of who called.
package struct CallLog: Sendable {
    /// A call that has ended.
    package struct Call: Sendable {
        package var outcome: CallOutcome
        /// From its beginning to its end, if that is known.
        package var seconds: Int?
        /// The report that was taken.
        package var report: ReportIdentifier?

        /// Joins the parts.
        package init(_ outcome: CallOutcome, seconds: Int? = nil, report: ReportIdentifier? = nil) {
            self.outcome = outcome
            self.seconds = seconds
            self.report = report
        }
    }

    private static let longest = 86_400

    private let database: Database

    /// The log of a migrated database.
    package init(_ database: Database) {
        self.database = database
    }

    /// Keeps how a call ended; of a report that was sent twice, once.
    package func record(_ call: Call, by account: Int, at now: Timestamp = .now) async throws {
        let seconds = call.seconds.flatMap { (0...CallLog.longest).contains($0) ? Int32($0) : nil }
        try await database.write { session in
            _ = try session.execute(
                """
                INSERT INTO call_record (at, account, outcome, seconds, report_id)
                VALUES (\(now), \(Int32(clamping: account)), \(call.outcome.rawValue), \(seconds), \(call.report?.uuid))
                ON CONFLICT (report_id) DO NOTHING
                """
            )
        }
    }

    /// How many calls an account has ended since a moment, by their outcome.
    package func counts(of account: Int, since moment: Timestamp) async throws -> [CallOutcome: Int] {
        let pairs = try await database.read { session in
            try session.query(
                """
                SELECT outcome, count(*) FROM call_record WHERE account = \(Int32(clamping: account)) AND at >= \(moment)
                GROUP BY outcome
                """
            ).map { (try $0.decode(String.self, at: 0), Int(try $0.decode(Int64.self, at: 1))) }
        }
        var counts: [CallOutcome: Int] = [:]
        for (word, count) in pairs {
            if let outcome = CallOutcome(rawValue: word) { counts[outcome] = count }
        }
        return counts
    }
}
