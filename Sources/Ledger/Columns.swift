import Formats
import PostgreSQL
import Reports

extension ReportKind: ColumnValue {}
extension ReportStatus: ColumnValue {}
extension Channel: ColumnValue {}
extension ActorRole: ColumnValue {}
extension DoorName: ColumnValue {}

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

extension ReportWords {
    /// The masked description, if anything had to be masked in it.
    var differingDescription: String? { publicDescription == description ? nil : publicDescription }

    /// The masked address, if anything had to be masked in it.
    var differingAddress: String? { publicAddress == address ? nil : publicAddress }
}

extension [ClosedSpell] {
    /// Closings and reopenings in turn, as the column `closed_spells` keeps them; nil if there are none.
    var moments: [Timestamp]? {
        isEmpty ? nil : flatMap { [$0.closed, $0.reopened] }
    }
}

extension ReadableRow where Self: ~Copyable {
    /// The spells that a column `closed_spells` holds.
    func closedSpells(at column: Int) throws -> [ClosedSpell] {
        guard let moments = try decode([Timestamp]?.self, at: column) else { return [] }
        guard moments.count.isMultiple(of: 2) else {
            throw BrokenRow(table: "report", column: "closed_spells")
        }
        return stride(from: 0, to: moments.count, by: 2).map {
            ClosedSpell(closed: moments[$0], reopened: moments[$0 + 1])
        }
    }
}

extension JSONText {
    /// Answers as the column `answers` keeps them, in the order of their codes; nil if there are none.
    init?(answers: [String: [String]]) {
        guard !answers.isEmpty else { return nil }
        var json = JSONWriter()
        json.beginObject()
        for (code, values) in answers.sorted(by: { $0.key < $1.key }) {
            json.key(code)
            json.strings(values)
        }
        json.endObject()
        self.init(utf8: json.bytes)
    }

    /// The answers that the column `answers` holds.
    var answers: [String: [String]] {
        guard let object = (try? JSON.parse(utf8))?.objectValue else { return [:] }
        return Dictionary(
            object.members.map { ($0.name, $0.value.arrayValue?.compactMap(\.stringValue) ?? []) },
            uniquingKeysWith: { first, _ in first }
        )
    }
}

/// A row that says what the table's own checks rule out: the database was changed behind the ledger's back.
package struct BrokenRow: Error, CustomStringConvertible {
    package let table: String
    package let column: String

    package var description: String { "\(table).\(column) holds a value that the ledger never writes" }
}

extension Actor {
    /// The values of the columns `actor, actor_name, staff, origin`.
    var columns: SQL {
        "\(role), \(name), \(staff.map { Int32(clamping: $0) }), \(door)"
    }
}
