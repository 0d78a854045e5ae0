package import Duplicates
package import Formats
import Geography
import Photos
import PostgreSQL
package import Reports

extension Ledger {
    /// Reads reports as they are compared, by their numbers; those that nobody has are left out.
    ///
    /// The comparer reads what they say. They are as they stood at a moment; nil is now.
    package func candidates(
        _ numbers: [ReportNumber],
        by comparer: Comparer,
        asOf moment: Timestamp?
    ) async throws -> [Candidate] {
        guard !numbers.isEmpty else { return [] }
        let texts = numbers.map(\.description)
        let words = words
        return try await database.read { session in
            let rows = try session.query(
                """
                SELECT r.id, r.number, r.category, r.lon, r.lat, r.precision_m, r.created_at, r.version, s.sender,
                    \(CandidateRow.state(asOf: moment))
                FROM report r LEFT JOIN report_sender s ON s.report_id = r.id
                    \(CandidateRow.event(asOf: moment))
                WHERE r.number = ANY ((SELECT \(texts))::text[])
                """
            ).map { try CandidateRow(row: $0, asOf: moment) }
            let known = try ComparedRows.words(
                rows.map { ($0.id, $0.version) },
                by: comparer,
                words,
                in: session
            )
            return rows.compactMap { row in known[row.id].map { row.candidate($0) } }
        }
    }

    /// What photos that were uploaded look like; those that nobody knows are left out.
    package func likenesses(of photos: [PhotoIdentifier]) async throws -> [UInt64] {
        guard !photos.isEmpty else { return [] }
        return try await database.read { try ComparedRows.likenesses(of: photos, in: $0) }
    }

    /// Reports by their numbers, in the order of the numbers; those that nobody has are left out.
    package func reports(_ numbers: [ReportNumber]) async throws -> [Report] {
        guard !numbers.isEmpty else { return [] }
        let texts = numbers.map(\.description)
        return try await database.read { session in
            let found = try session.query(
                "SELECT \(Report.columns) FROM report r WHERE r.number = ANY ((SELECT \(texts))::text[])"
            ).map { try Report(row: $0) }
            return numbers.compactMap { number in found.first { $0.number == number } }
        }
    }
}

/// A report's row without its words.
private struct CandidateRow {
    let id: UUIDBytes
    let version: Int
    let number: ReportNumber
    let category: String
    let coordinate: Coordinate
    let precision: Double?
    let created: Timestamp
    let sender: UUIDBytes?
    let lastSign: Timestamp
    let status: ReportStatus
    let closing: ComparedReport.Closing?

    /// The columns that tell how it stood: now, or after its last event of then.
    static func state(asOf moment: Timestamp?) -> SQL {
        moment == nil
            ? "r.updated_at, r.status, r.closed_at, r.closed_spells"
            : "coalesce(e.at, r.created_at), coalesce(e.status, r.status), r.closed_at, r.closed_spells"
    }

    static func event(asOf moment: Timestamp?) -> SQL {
        guard let moment else { return "" }
        return """
            LEFT JOIN LATERAL (
                SELECT e.at, e.status FROM report_event e WHERE e.report_id = r.id AND e.at <= \(moment)
                ORDER BY e.version DESC LIMIT 1
            ) AS e ON true
            """
    }

    init(row: borrowing Row, asOf moment: Timestamp?) throws {
        guard let number = ReportNumber(parsing: try row.decode(String.self, at: 1)) else {
            throw BrokenRow(table: "report", column: "number")
        }
        let (longitude, latitude): (Double, Double) = (try row.decode(at: 3), try row.decode(at: 4))
        guard let coordinate = Coordinate(longitude: longitude, latitude: latitude) else {
            throw BrokenRow(table: "report", column: "lon")
        }
        id = try row.decode(at: 0)
        self.number = number
        category = try row.decode(at: 2)
        self.coordinate = coordinate
        precision = try row.decode(at: 5)
        created = try row.decode(at: 6)
        version = Int(try row.decode(Int32.self, at: 7))
        sender = try row.decode(at: 8)
        lastSign = try row.decode(at: 9)
        let status: ReportStatus = try row.decode(at: 10)
        self.status = status
        let closed = try row.decode(Timestamp?.self, at: 11)
        let spells = try row.closedSpells(at: 12)
        let moments =
            spells.filter { $0.reopened > moment ?? .now }.map(\.closed) + (closed.map { [$0] } ?? [])
        closing = moments.first { $0 <= moment ?? .now }.map { .init(at: $0, status: status) }
    }

    func candidate(_ known: KnownWords.Known) -> Candidate {
        Candidate(
            number: number,
            compared: ComparedReport(
                category: category,
                coordinate: coordinate,
                precision: precision,
                text: known.text,
                created: created,
                lastSign: lastSign,
                closing: closing,
                photos: known.photos,
                sender: sender?.high
            ),
            status: status
        )
    }
}
