import Formats
import Geography
import PostgreSQL
import Reports

/// Makes marks of rows, a million in a second: what it has seen before it does not make again.
struct MarkReader {
    /// The columns that it reads, of a `report` named `r`.
    static let columns: SQL = """
        r.id, r.number, r.lon, r.lat, r.kind, r.category, r.status, r.created_at, r.closed_at, r.supporters, r.hidden,
        r.version, r.unit, r.district, r.closed_spells, r.member_supporters,
        r.members, r.leader_id IS NOT NULL, r.updated_at, \(DueDates.next), r.assignee, r.channel, r.urgent, r.needs_review,
        r.asked_units
        """

    private var kinds = SeenValues<ReportKind>()
    private var categories = SeenValues<String>()
    private var statuses = SeenValues<ReportStatus>()
    private var units = SeenValues<String>()
    private var districts = SeenValues<String>()
    private var channels = SeenValues<Channel>()
    /// The last number that was read, and its letters: most have the same ones and year.
    private var last: (letters: UInt64, number: ReportNumber)?

    /// The mark of a row.
    mutating func mark(of row: borrowing some ReadableRow & ~Copyable) throws -> ReportMark {
        let longitude = try row.decode(Double.self, at: 2)
        let latitude = try row.decode(Double.self, at: 3)
        guard let coordinate = Coordinate(longitude: longitude, latitude: latitude) else {
            throw BrokenRow(table: "report", column: "lon")
        }
        return ReportMark(
            id: ReportIdentifier(try row.decode(UUIDBytes.self, at: 0)),
            number: try number(of: row),
            coordinate: coordinate,
            kind: try kinds.value(of: 4, in: row),
            category: try categories.value(of: 5, in: row),
            status: try statuses.value(of: 6, in: row),
            unit: try units.value(of: 12, in: row),
            district: try districts.value(of: 13, in: row),
            created: try row.decode(Timestamp.self, at: 7),
            closed: try row.decode(Timestamp?.self, at: 8),
            closedSpells: try row.closedSpells(at: 14),
            supporters: Int(try row.decode(Int32.self, at: 9)) + Int(try row.decode(Int32.self, at: 15)),
            members: Int(try row.decode(Int32.self, at: 16)),
            isMember: try row.decode(Bool.self, at: 17),
            isHidden: try row.decode(Bool.self, at: 10),
            queue: try facts(of: row),
            version: Int(try row.decode(Int32.self, at: 11))
        )
    }

    private mutating func facts(of row: borrowing some ReadableRow & ~Copyable) throws -> QueueFacts {
        QueueFacts(
            updated: try row.decode(Timestamp.self, at: 18),
            due: try row.decode(Timestamp?.self, at: 19),
            assignee: try row.decode(Int32?.self, at: 20).map { Int($0) },
            channel: try channels.value(of: 21, in: row),
            isUrgent: try row.decode(Bool.self, at: 22),
            needsReview: try row.decode(Bool.self, at: 23),
            asked: try row.decode([String]?.self, at: 24) ?? []
        )
    }

    private mutating func number(of row: borrowing some ReadableRow & ~Copyable) throws -> ReportNumber {
        let column = try row.decode(NumberColumn.self, at: 1)
        if let last, last.letters == column.letters, last.number.year == column.year,
            let number = last.number.sibling(serial: column.serial)
        {
            return number
        }
        guard let number = ReportNumber(parsing: try row.decode(String.self, at: 1)) else {
            throw BrokenRow(table: "report", column: "number")
        }
        last = (column.letters, number)
        return number
    }
}
