import Formats
import PostgreSQL
import Reports

extension ReportKind: ColumnValue {}
extension ReportStatus: ColumnValue {}

extension ReportIdentifier {
    var uuid: UUIDBytes { UUIDBytes(high: high, low: low) }

    init(_ uuid: UUIDBytes) {
        self.init(high: uuid.high, low: uuid.low)
    }
}

extension PlacementGrounds {
    /// All that the placement was made of, as the column `placement` keeps it.
    var jsonb: JSONText { JSONText(utf8: Array(facts.utf8)) }
}

/// A row that says what the table's own checks rule out: the database was changed behind the ledger's back.
package struct BrokenRow: Error, CustomStringConvertible {
    package let table: String
    package let column: String

    package var description: String { "\(table).\(column) holds a value that the ledger never writes" }
}
