import Formats
import Geography
import PostgreSQL
import Reports

extension ReportLine {
    /// The columns that `init(row:)` reads, of a `report` named `r`.
    static func columns(for audience: Audience) -> SQL {
        let isStaff = audience.isStaff
        let words: SQL = isStaff ? "r.description, r.address, r.media_link" : publicWords
        return """
            r.id, r.number, r.kind, r.category, r.status, r.reason, \(words), r.created_at, r.updated_at, r.closure_due,
            r.lon, r.lat, r.district, r.unit,
            CASE WHEN r.status = 'out_of_scope' THEN r.placement #>> '{why,pl}' END,
            CASE WHEN r.status = 'out_of_scope' THEN r.placement #>> '{why,en}' END,
            (SELECT rp.photo FROM report_photo rp WHERE rp.report_id = r.id ORDER BY rp.position LIMIT 1)
            """
    }

    private static let publicWords: SQL =
        "coalesce(r.public_description, r.description), coalesce(r.public_address, r.address), NULL::text"

    init(row: borrowing Row) throws {
        let longitude = try row.decode(Double.self, at: 12)
        let latitude = try row.decode(Double.self, at: 13)
        guard let coordinate = Coordinate(longitude: longitude, latitude: latitude) else {
            throw BrokenRow(table: "report", column: "lon")
        }
        let why = try row.decode(String?.self, at: 16)
        id = ReportIdentifier(try row.decode(UUIDBytes.self, at: 0))
        number = try row.decode(at: 1)
        kind = try row.decode(at: 2)
        category = try row.decode(at: 3)
        status = try row.decode(at: 4)
        reason = try row.decode(at: 5)
        description = try row.decode(at: 6)
        address = try row.decode(at: 7)
        mediaLink = try row.decode(at: 8)
        created = try row.decode(at: 9)
        updated = try row.decode(at: 10)
        due = try row.decode(at: 11)
        self.coordinate = coordinate
        district = try row.decode(at: 14)
        unit = try row.decode(at: 15)
        self.why = try why.map { LocalizedText(pl: $0, en: try row.decode(String?.self, at: 17) ?? "") }
        photo = try row.decode(at: 18)
        details = nil
    }
}

/// What `ReportLine.Details` is made of, read for all lines of a list at once.
struct LineDetails {
    /// Of a long history the newest are told.
    private static let mostNotes = 50

    /// Adds the details to lines.
    static func add(
        to lines: [ReportLine],
        for audience: Audience,
        in session: borrowing Session
    ) throws -> [ReportLine] {
        let identifiers = lines.map(\.id.uuid)
        guard !identifiers.isEmpty else { return lines }
        let notes = try notes(of: identifiers, isStaff: audience.isStaff, in: session)
        let details = try session.query(
            """
            SELECT r.id, r.channel, r.answers,
                ARRAY(SELECT encode(rp.photo, 'hex') FROM report_photo rp WHERE rp.report_id = r.id ORDER BY rp.position),
                CASE WHEN r.leader_id IS NOT NULL
                    THEN (SELECT l.number FROM report l WHERE l.id = report_leader(r.leader_id)) END
            FROM report r WHERE r.id = ANY ((SELECT \(identifiers))::uuid[])
            """
        ).map { row -> (UUIDBytes, ReportLine.Details) in
            let id = try row.decode(UUIDBytes.self, at: 0)
            let details = ReportLine.Details(
                channel: try row.decode(at: 1),
                answers: try row.decode(JSONText?.self, at: 2).map(\.answers) ?? [:],
                photos: try row.decode([String].self, at: 3).compactMap { PhotoIdentifier(parsing: $0) },
                leader: try row.decode(at: 4),
                notes: notes[id] ?? []
            )
            return (id, details)
        }
        let known = Dictionary(details) { first, _ in first }
        return lines.map { line in
            var line = line
            line.details = known[line.id.uuid]
            return line
        }
    }

    private static func notes(
        of identifiers: [UUIDBytes],
        isStaff: Bool,
        in session: borrowing Session
    ) throws -> [UUIDBytes: [ReportNote]] {
        let seen: SQL = isStaff ? "true" : "e.is_public"
        let text: SQL = isStaff ? "n.text" : "coalesce(n.public_text, n.text)"
        let rows = try session.query(
            """
            SELECT e.report_id, e.what, e.status, e.at, \(text)
            FROM unnest(\(identifiers)) AS asked (id) CROSS JOIN LATERAL (
                SELECT e.* FROM report_event e WHERE e.report_id = asked.id AND e.what IN ('status', 'note', 'comment') AND \(seen)
                ORDER BY e.version DESC LIMIT \(Int64(mostNotes))
            ) AS e LEFT JOIN report_note n ON n.report_id = e.report_id AND n.version = e.version
            ORDER BY e.report_id, e.version
            """
        ).map { row -> (UUIDBytes, ReportNote) in
            let note = ReportNote(
                what: try row.decode(at: 1),
                status: try row.decode(at: 2),
                at: try row.decode(at: 3),
                text: try row.decode(at: 4)
            )
            return (try row.decode(at: 0), note)
        }
        return Dictionary(grouping: rows) { $0.0 }.mapValues { $0.map(\.1) }
    }
}
