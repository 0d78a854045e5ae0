import PostgreSQL
package import Reports

extension Ledger {
    /// The report with an identifier; nil when there is none.
    package func report(_ id: ReportIdentifier) async throws -> Report? {
        try await database.read { session in
            try session.query("SELECT \(Report.columns) FROM report r WHERE r.id = \(id.uuid)")
                .first { try Report(row: $0) }
        }
    }

    /// The identifiers of reports by their numbers; numbers that nobody has are left out.
    package func identifiers(of numbers: [ReportNumber]) async throws -> [ReportNumber: ReportIdentifier] {
        let texts = numbers.map(\.description)
        let pairs = try await database.read { session in
            try session.query("SELECT number, id FROM report WHERE number = ANY (\(texts))").map { row in
                (
                    ReportNumber(parsing: try row.decode(String.self, at: 0)),
                    ReportIdentifier(try row.decode(UUIDBytes.self, at: 1))
                )
            }
        }
        var known: [ReportNumber: ReportIdentifier] = [:]
        for case (let number?, let id) in pairs { known[number] = id }
        return known
    }
}
