import Formats
import Geography
import PostgreSQL
package import Reports

extension Ledger {
    /// The report with a number; nil when there is none.
    package func report(_ number: ReportNumber) async throws -> Report? {
        let statement: SQL = """
            SELECT id, kind, category, status, description, lon, lat, east, north, district, unit,
                created_at, updated_at, closed_at, supporters, version
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
                unit: try row.decode(at: 10)
            ),
            created: try row.decode(at: 11),
            updated: try row.decode(at: 12),
            closed: try row.decode(at: 13),
            supporters: Int(try row.decode(Int32.self, at: 14)),
            version: Int(try row.decode(Int32.self, at: 15))
        )
    }
}
