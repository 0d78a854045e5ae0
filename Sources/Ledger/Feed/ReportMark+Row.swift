import Formats
import Geography
import PostgreSQL
import Reports

/// A row of a query or of a COPY.
protocol ReadableRow: ~Copyable {
    func decode<Value: ColumnDecodable>(_: Value.Type, at column: Int) throws(DatabaseError) -> Value
}

extension Row: ReadableRow {}
extension CopyRow: ReadableRow {}

extension ReportMark {
    /// The columns that `init(row:)` reads, of a `report` named `r`.
    static let columns: SQL = """
        r.id, r.number, r.lon, r.lat, r.kind, r.category, r.status, r.created_at, r.closed_at, r.supporters, r.hidden,
        r.version, r.unit, r.district, r.closed_spells
        """

    init(row: borrowing some ReadableRow & ~Copyable) throws {
        let longitude = try row.decode(Double.self, at: 2)
        let latitude = try row.decode(Double.self, at: 3)
        guard let number = ReportNumber(parsing: try row.decode(String.self, at: 1)) else {
            throw BrokenRow(table: "report", column: "number")
        }
        guard let coordinate = Coordinate(longitude: longitude, latitude: latitude) else {
            throw BrokenRow(table: "report", column: "lon")
        }
        self.init(
            id: ReportIdentifier(try row.decode(UUIDBytes.self, at: 0)),
            number: number,
            coordinate: coordinate,
            kind: try row.decode(ReportKind.self, at: 4),
            category: try row.decode(String.self, at: 5),
            status: try row.decode(ReportStatus.self, at: 6),
            unit: try row.decode(String.self, at: 12),
            district: try row.decode(String.self, at: 13),
            created: try row.decode(Timestamp.self, at: 7),
            closed: try row.decode(Timestamp?.self, at: 8),
            closedSpells: try row.closedSpells(at: 14),
            supporters: Int(try row.decode(Int32.self, at: 9)),
            isHidden: try row.decode(Bool.self, at: 10),
            version: Int(try row.decode(Int32.self, at: 11))
        )
    }
}
