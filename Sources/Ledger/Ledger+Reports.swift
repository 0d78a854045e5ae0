import Formats
import Geography
import PostgreSQL
package import Reports

extension Ledger {
    /// The report with a number; nil when there is none.
    package func report(_ number: ReportNumber) async throws -> Report? {
        let statement: SQL = """
            SELECT id, kind, category, status, description, lon, lat, east, north, district, unit,
                created_at, updated_at, closed_at, supporters, version, city_version, rule, placement,
                placement #>> '{why,pl}', placement #>> '{why,en}', needs_review
            FROM report WHERE number = \(number.description)
            """
        return try await database.read { session in
            try session.query(statement).first { try Report(number, row: $0) }
        }
    }
}

extension Report {
    fileprivate init(_ number: ReportNumber, row: borrowing Row) throws {
        guard
            let coordinate = Coordinate(
                longitude: try row.decode(at: 5),
                latitude: try row.decode(at: 6)
            )
        else { throw BrokenRow(table: "report", column: "lon") }
        self.init(
            id: ReportIdentifier(try row.decode(UUIDBytes.self, at: 0)),
            number: number,
            kind: try row.decode(at: 1),
            category: try row.decode(at: 2),
            status: try row.decode(at: 3),
            description: try row.decode(at: 4),
            placement: Placement(
                coordinate: coordinate,
                metres: Metres(x: try row.decode(at: 7), y: try row.decode(at: 8)),
                district: try row.decode(at: 9),
                unit: try row.decode(at: 10),
                grounds: try PlacementGrounds(row: row, at: 16)
            ),
            created: try row.decode(at: 11),
            updated: try row.decode(at: 12),
            closed: try row.decode(at: 13),
            supporters: Int(try row.decode(Int32.self, at: 14)),
            version: Int(try row.decode(Int32.self, at: 15))
        )
    }
}

extension PlacementGrounds {
    /// Reads version, rule, facts, both wordings and the flag; nil for reports from before there were rules.
    fileprivate init?(row: borrowing Row, at column: Int) throws {
        guard let version = try row.decode(Int32?.self, at: column),
            let rule = try row.decode(String?.self, at: column + 1),
            let facts = try row.decode(JSONText?.self, at: column + 2)
        else { return nil }
        self.init(
            cityVersion: Int(version),
            rule: rule,
            why: LocalizedText(
                pl: try row.decode(String?.self, at: column + 3) ?? "",
                en: try row.decode(String?.self, at: column + 4) ?? ""
            ),
            needsReview: try row.decode(Bool.self, at: column + 5),
            facts: String(decoding: facts.utf8, as: UTF8.self)
        )
    }
}
