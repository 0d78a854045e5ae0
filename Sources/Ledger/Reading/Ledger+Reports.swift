import PostgreSQL
package import Reports

extension Ledger {
    /// The report with a number; nil when there is none.
    package func report(_ number: ReportNumber) async throws -> Report? {
        let statement: SQL = "SELECT \(Report.columns) FROM report r WHERE number = \(number.description)"
        return try await database.read { session in
            try session.query(statement).first { try Report(row: $0) }
        }
    }
}
