import Duplicates
import Photos
import PostgreSQL
import Reports

/// Neighbours as they are compared, with what they say.
struct ComparedRows {
    private var compared: [UUIDBytes: ComparedReport] = [:]

    /// Reads the words of those that are not known already.
    init(
        _ neighbours: [Neighbour],
        by comparer: Comparer,
        words: KnownWords,
        in session: borrowing Session
    ) throws {
        let known = try ComparedRows.words(
            neighbours.map { ($0.id, $0.version) },
            by: comparer,
            words,
            in: session
        )
        for neighbour in neighbours {
            guard let known = known[neighbour.id] else { continue }
            compared[neighbour.id] = ComparedReport(
                category: neighbour.category,
                coordinate: neighbour.coordinate,
                precision: neighbour.precision,
                text: known.text,
                created: neighbour.created,
                lastSign: neighbour.updated,
                photos: known.photos,
                sender: neighbour.sender?.high
            )
        }
    }

    subscript(neighbour: Neighbour) -> ComparedReport? { compared[neighbour.id] }

    /// What reports of some versions say: what is not known is read.
    static func words(
        _ reports: [(id: UUIDBytes, version: Int)],
        by comparer: Comparer,
        _ words: KnownWords,
        in session: borrowing Session
    ) throws -> [UUIDBytes: KnownWords.Known] {
        var known: [UUIDBytes: KnownWords.Known] = [:]
        var unknown: [UUIDBytes] = []
        for (id, version) in reports {
            if let found = words.known(id, version: version, city: comparer.version) {
                known[id] = found
            } else {
                unknown.append(id)
            }
        }
        guard !unknown.isEmpty else { return known }
        let read = try read(unknown, by: comparer, in: session)
        words.keep(read)
        return known.merging(read) { _, new in new }
    }

    /// What reports say, and what their photos look like.
    private static func read(
        _ reports: [UUIDBytes],
        by comparer: Comparer,
        in session: borrowing Session
    ) throws -> [UUIDBytes: KnownWords.Known] {
        let rows = try session.query(
            """
            SELECT r.id, r.category, r.description, r.public_description, r.address, r.public_address, r.answers,
                r.version, \(photoColumn)
            FROM report r WHERE r.id = ANY (\(reports))
            """
        ).map { row -> (UUIDBytes, KnownWords.Known) in
            let text = comparer.traits(
                of: try ReportWords(row: row, at: 2),
                answers: try row.decode(JSONText?.self, at: 6).map(\.answers) ?? [:],
                in: try row.decode(at: 1)
            )
            let known = KnownWords.Known(
                version: Int(try row.decode(Int32.self, at: 7)),
                city: comparer.version,
                text: text,
                photos: try row.decode([Int64].self, at: 8).map { UInt64(bitPattern: $0) }
            )
            return (try row.decode(at: 0), known)
        }
        return Dictionary(rows) { first, _ in first }
    }

    /// What the photos of a `report` named `r` look like.
    static let photoColumn: SQL = """
        ARRAY(SELECT p.perceptual FROM report_photo rp JOIN photo p ON p.hash = rp.photo WHERE rp.report_id = r.id)
        """

    /// What stored photos look like.
    static func likenesses(of photos: [PhotoIdentifier], in session: borrowing Session) throws -> [UInt64] {
        guard !photos.isEmpty else { return [] }
        return try session.query("SELECT perceptual FROM photo WHERE hash IN (\(SQL.hashes(photos)))").map {
            UInt64(bitPattern: try $0.decode(Int64.self, at: 0))
        }
    }
}
