import Duplicates
import Formats
import Geography
import PostgreSQL
import Reports

/// An open report near a new one, as far as it takes to choose whose words are read.
struct Neighbour {
    let id: UUIDBytes
    let number: ReportNumber
    let category: String
    let coordinate: Coordinate
    let precision: Double?
    let created: Timestamp
    let updated: Timestamp
    let version: Int
    /// Whether everybody may know of it.
    let isPublic: Bool
    /// The report that it is linked to, or is suggested to be.
    let above: UUIDBytes?
    let isMember: Bool
    let sender: UUIDBytes?
}

extension Neighbour {
    /// Of each cell and category so many of the newest are looked at.
    static let mostOfCell: Int64 = 24
    /// Of those so many of the nearest are compared.
    static let mostCompared = 32

    /// What is open in some cells, in categories in which a matter of the new reports may have been reported.
    static func all(around comparisons: [NewComparison], in session: borrowing Session) throws -> [Neighbour]
    {
        var asked: Set<Asked> = []
        for comparison in comparisons {
            let categories = comparison.comparer.related(to: comparison.report.category)
            for cell in Neighbourhood.cells(of: comparison) {
                for category in categories { asked.insert(Asked(cell: cell, category: category)) }
            }
        }
        guard !asked.isEmpty, let withheld = comparisons.first?.withheld else { return [] }
        let list = asked.sorted { ($0.cell, $0.category) < ($1.cell, $1.category) }
        return try session.query(
            """
            SELECT r.id, r.number, r.category, r.lon, r.lat, r.precision_m, r.created_at, r.updated_at, r.version,
                \(PublicCondition.sql(withheld: withheld)), coalesce(r.leader_id, r.suggested_id), r.leader_id IS NOT NULL,
                s.sender
            FROM unnest(\(list.map(\.cell)), \(list.map(\.category))) AS asked (cell, category)
                CROSS JOIN LATERAL (
                    SELECT * FROM report r
                    WHERE neighbourhood(r.morton) = asked.cell AND r.category = asked.category AND r.closed_at IS NULL
                    ORDER BY r.created_at DESC LIMIT \(mostOfCell)
                ) AS r
                LEFT JOIN report_sender s ON s.report_id = r.id
            """
        ).map { try Neighbour(row: $0) }
    }

    private init(row: borrowing Row) throws {
        guard let number = ReportNumber(parsing: try row.decode(String.self, at: 1)) else {
            throw BrokenRow(table: "report", column: "number")
        }
        let (longitude, latitude): (Double, Double) = (try row.decode(at: 3), try row.decode(at: 4))
        guard let coordinate = Coordinate(longitude: longitude, latitude: latitude) else {
            throw BrokenRow(table: "report", column: "lon")
        }
        self.init(
            id: try row.decode(at: 0),
            number: number,
            category: try row.decode(at: 2),
            coordinate: coordinate,
            precision: try row.decode(at: 5),
            created: try row.decode(at: 6),
            updated: try row.decode(at: 7),
            version: Int(try row.decode(Int32.self, at: 8)),
            isPublic: try row.decode(at: 9),
            above: try row.decode(at: 10),
            isMember: try row.decode(at: 11),
            sender: try row.decode(at: 12)
        )
    }

    private struct Asked: Hashable {
        let cell: Int64
        let category: String
    }
}
