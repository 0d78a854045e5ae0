import Formats
import Geography
import PostgreSQL
import Reports

extension FeatureLine {
    /// The columns that `init(row:)` reads, of a `report` named `r`.
    static func columns(for audience: Audience) -> SQL {
        """
        r.id, r.version, r.number, r.kind, r.category, r.status, r.reason, coalesce(r.public_description, r.description),
        coalesce(r.public_address, r.address), r.created_at, r.updated_at, r.closed_at, r.closure_due, r.lon, r.lat,
        r.district, r.unit, r.supporters + r.member_supporters,
        (SELECT rp.photo FROM report_photo rp WHERE rp.report_id = r.id ORDER BY rp.position LIMIT 1)
        """ + inside(for: audience)
    }

    /// For everybody there is nothing to be read, and no column either.
    private static func inside(for audience: Audience) -> SQL {
        if case .everyone = audience { return "" }
        return """
            , \(audience.ownCondition), r.description, r.address, r.channel, r.hidden, r.urgent, r.media_link, r.precision_m
            """
    }

    init(row: borrowing Row, for audience: Audience) throws {
        let longitude = try row.decode(Double.self, at: 13)
        let latitude = try row.decode(Double.self, at: 14)
        guard let coordinate = Coordinate(longitude: longitude, latitude: latitude) else {
            throw BrokenRow(table: "report", column: "lon")
        }
        id = ReportIdentifier(try row.decode(UUIDBytes.self, at: 0))
        version = Int(try row.decode(Int32.self, at: 1))
        number = try row.decode(at: 2)
        kind = try row.decode(at: 3)
        category = try row.decode(at: 4)
        status = try row.decode(at: 5)
        reason = try row.decode(at: 6)
        description = try row.decode(at: 7)
        address = try row.decode(at: 8)
        created = try row.decode(at: 9)
        updated = try row.decode(at: 10)
        closed = try row.decode(at: 11)
        due = try row.decode(at: 12)
        self.coordinate = coordinate
        district = try row.decode(at: 15)
        unit = try row.decode(at: 16)
        supporters = Int(try row.decode(Int32.self, at: 17))
        photo = try row.decode(at: 18)
        inside = try audience.isEveryone ? nil : Inside(row: row, at: 19)
    }
}

extension FeatureLine.Inside {
    /// Nil unless the report is the reader's own.
    fileprivate init?(row: borrowing Row, at first: Int) throws {
        guard try row.decode(Bool.self, at: first) else { return nil }
        description = try row.decode(at: first + 1)
        address = try row.decode(at: first + 2)
        channel = try row.decode(at: first + 3)
        isHidden = try row.decode(at: first + 4)
        isUrgent = try row.decode(at: first + 5)
        mediaLink = try row.decode(at: first + 6)
        precision = try row.decode(at: first + 7)
    }
}

extension Audience {
    fileprivate var isEveryone: Bool {
        if case .everyone = self { true } else { false }
    }
}
