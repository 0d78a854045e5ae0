import Formats
import Geography
import PostgreSQL
import Reports

extension QueueLine {
    /// The columns that `init(row:)` reads, of a `report` named `r`: of its words so many characters.
    static func columns(words: Int) -> SQL {
        """
        r.number, r.kind, r.category, r.status, left(coalesce(r.public_description, r.description), \(Int32(words))),
        coalesce(r.public_address, r.address), r.lon, r.lat, r.district, r.unit, r.created_at, r.updated_at, \(DueDates.next),
        r.waiting_since, r.assignee, r.channel, r.urgent, r.needs_review, r.hidden, r.supporters + r.member_supporters,
        r.members, (SELECT count(*) FROM report_photo p WHERE p.report_id = r.id), r.asked_units,
        r.suggested_id IS NOT NULL, r.version, r.closed_at
        """
    }

    init(row: borrowing Row) throws {
        let longitude = try row.decode(Double.self, at: 6)
        let latitude = try row.decode(Double.self, at: 7)
        guard let number = ReportNumber(parsing: try row.decode(String.self, at: 0)),
            let coordinate = Coordinate(longitude: longitude, latitude: latitude)
        else { throw BrokenRow(table: "report", column: "number") }
        self.number = number
        kind = try row.decode(at: 1)
        category = try row.decode(at: 2)
        status = try row.decode(at: 3)
        description = try row.decode(at: 4)
        address = try row.decode(at: 5)
        self.coordinate = coordinate
        district = try row.decode(at: 8)
        unit = try row.decode(at: 9)
        created = try row.decode(at: 10)
        updated = try row.decode(at: 11)
        due = try row.decode(at: 12)
        waitingSince = try row.decode(at: 13)
        assignee = try row.decode(Int32?.self, at: 14).map { Int($0) }
        channel = try row.decode(at: 15)
        isUrgent = try row.decode(at: 16)
        needsReview = try row.decode(at: 17)
        isHidden = try row.decode(at: 18)
        supporters = Int(try row.decode(Int32.self, at: 19))
        members = Int(try row.decode(Int32.self, at: 20))
        photos = Int(try row.decode(Int64.self, at: 21))
        askedUnits = try row.decode([String]?.self, at: 22) ?? []
        isSuggested = try row.decode(at: 23)
        version = Int(try row.decode(Int32.self, at: 24))
        closed = try row.decode(at: 25)
    }
}
