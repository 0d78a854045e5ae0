import Formats
import Geography
import PostgreSQL
import Reports

extension Report {
    /// The columns that `init(row:)` reads, of a `report` named `r`.
    static let columns: SQL = """
        r.id, r.number, r.kind, r.category, r.status, r.reason, r.description, r.public_description, r.address,
        r.public_address, r.channel, r.answers, r.precision_m, r.first_action_due, r.closure_due, r.first_action_at,
        r.waiting_since, r.created_at, r.updated_at, r.closed_at, r.hidden, r.supporters, r.version,
        r.lon, r.lat, r.east, r.north, r.district, r.unit, r.city_version, r.rule, r.placement,
        r.placement #>> '{why,pl}', r.placement #>> '{why,en}', r.needs_review,
        \(ReportPhoto.column), r.closed_spells, r.members, r.member_supporters,
        CASE WHEN r.leader_id IS NOT NULL THEN (SELECT l.number FROM report l WHERE l.id = report_leader(r.leader_id)) END,
        CASE WHEN r.suggested_id IS NOT NULL THEN (SELECT l.number FROM report l WHERE l.id = r.suggested_id) END,
        r.suggested_likeness, r.media_link, r.urgent, r.assignee, r.asked_units
        """

    /// Where among them the number stands.
    static let numberColumn = 1
    /// How many they are.
    static let columnCount = 46

    init(row: borrowing some ReadableRow & ~Copyable) throws {
        guard let number = ReportNumber(parsing: try row.decode(String.self, at: Report.numberColumn)) else {
            throw BrokenRow(table: "report", column: "number")
        }
        self.init(
            id: ReportIdentifier(try row.decode(UUIDBytes.self, at: 0)),
            number: number,
            kind: try row.decode(ReportKind.self, at: 2),
            category: try row.decode(String.self, at: 3),
            status: try row.decode(ReportStatus.self, at: 4),
            reason: try row.decode(String?.self, at: 5),
            words: try ReportWords(row: row, at: 6),
            channel: try row.decode(Channel.self, at: 10),
            answers: try row.decode(JSONText?.self, at: 11).map(\.answers) ?? [:],
            placement: try Placement(row: row, at: 23),
            precision: try row.decode(Double?.self, at: 12),
            due: try DueDates(row: row, at: 13),
            created: try row.decode(Timestamp.self, at: 17),
            updated: try row.decode(Timestamp.self, at: 18),
            closed: try row.decode(Timestamp?.self, at: 19),
            closedSpells: try row.closedSpells(at: 36),
            isHidden: try row.decode(Bool.self, at: 20),
            supporters: Int(try row.decode(Int32.self, at: 21)),
            group: try GroupPlace(row: row, at: 37),
            photos: try row.decode([String].self, at: 35).compactMap { ReportPhoto(column: $0) },
            mediaLink: try row.decode(String?.self, at: 42),
            isUrgent: try row.decode(Bool.self, at: 43),
            assignee: try row.decode(Int32?.self, at: 44).map { Int($0) },
            askedUnits: try row.decode([String]?.self, at: 45) ?? [],
            version: Int(try row.decode(Int32.self, at: 22))
        )
    }
}

extension GroupPlace {
    fileprivate init(row: borrowing some ReadableRow & ~Copyable, at column: Int) throws {
        let leader = try row.decode(String?.self, at: column + 2).flatMap { ReportNumber(parsing: $0) }
        let suggested = try row.decode(String?.self, at: column + 3).flatMap { ReportNumber(parsing: $0) }
        let likeness = try row.decode(Double?.self, at: column + 4)
        self.init(
            leader: leader,
            suggestion: suggested.map { Match(number: $0, likeness: likeness ?? 0, decision: .same) },
            members: Int(try row.decode(Int32.self, at: column)),
            memberSupporters: Int(try row.decode(Int32.self, at: column + 1))
        )
    }
}

extension ReportWords {
    /// Reads the columns `description, public_description, address, public_address`.
    init(row: borrowing some ReadableRow & ~Copyable, at column: Int) throws {
        let description = try row.decode(String.self, at: column)
        let address = try row.decode(String?.self, at: column + 2)
        self.init(
            description: description,
            publicDescription: try row.decode(String?.self, at: column + 1) ?? description,
            address: address,
            publicAddress: try row.decode(String?.self, at: column + 3) ?? address
        )
    }
}

extension DueDates {
    /// `next(in:)`, said in SQL of a `report` named `r`.
    static let next: SQL = """
        CASE WHEN r.closed_at IS NULL AND r.waiting_since IS NULL AND r.status NOT IN ('waiting', 'accepted') THEN
            CASE WHEN r.first_action_at IS NULL THEN coalesce(r.first_action_due, r.closure_due) ELSE r.closure_due END
        END
        """

    fileprivate init(row: borrowing some ReadableRow & ~Copyable, at column: Int) throws {
        self.init(
            firstAction: try row.decode(Timestamp?.self, at: column),
            closure: try row.decode(Timestamp?.self, at: column + 1),
            firstActed: try row.decode(Timestamp?.self, at: column + 2),
            waitingSince: try row.decode(Timestamp?.self, at: column + 3)
        )
    }
}

extension Placement {
    fileprivate init(row: borrowing some ReadableRow & ~Copyable, at column: Int) throws {
        let longitude = try row.decode(Double.self, at: column)
        let latitude = try row.decode(Double.self, at: column + 1)
        guard let coordinate = Coordinate(longitude: longitude, latitude: latitude) else {
            throw BrokenRow(table: "report", column: "lon")
        }
        self.init(
            coordinate: coordinate,
            metres: Metres(
                x: try row.decode(Double.self, at: column + 2),
                y: try row.decode(Double.self, at: column + 3)
            ),
            district: try row.decode(String.self, at: column + 4),
            unit: try row.decode(String.self, at: column + 5),
            grounds: try PlacementGrounds(row: row, at: column + 6)
        )
    }
}

extension PlacementGrounds {
    /// Reads version, rule, facts, both wordings and the flag; nil for reports from before there were rules.
    fileprivate init?(row: borrowing some ReadableRow & ~Copyable, at column: Int) throws {
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
