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
    static let mostCompared = 16

    /// What is open in some cells, in categories in which a matter of the new reports may have been reported.
    static func all(around comparisons: [NewComparison], in session: borrowing Session) throws -> [Neighbour]
    {
        var asked: [Asked: Box] = [:]
        for comparison in comparisons {
            let report = comparison.report
            let categories = comparison.comparer.related(to: report.category)
            let box = Box(around: report.coordinate, metres: comparison.comparer.reach(of: report.category))
            for cell in Neighbourhood.cells(of: comparison) {
                for category in categories {
                    asked[Asked(cell: cell, category: category), default: box].include(box)
                }
            }
        }
        guard !asked.isEmpty, let withheld = comparisons.first?.withheld else { return [] }
        let list = asked.sorted { ($0.key.cell, $0.key.category) < ($1.key.cell, $1.key.category) }
        let boxes = list.map(\.value)
        return try session.query(
            """
            SELECT r.id, r.number, r.category, r.lon, r.lat, r.precision_m, r.created_at, r.updated_at, r.version,
                \(PublicCondition.sql(withheld: withheld)), coalesce(r.leader_id, r.suggested_id), r.leader_id IS NOT NULL,
                s.sender
            FROM unnest(
                    \(list.map(\.key.cell)), \(list.map(\.key.category)),
                    \(boxes.map(\.west)), \(boxes.map(\.east)), \(boxes.map(\.south)), \(boxes.map(\.north))
                ) AS asked (cell, category, west, east, south, north)
                CROSS JOIN LATERAL (
                    SELECT * FROM report r
                    WHERE neighbourhood(r.morton) = asked.cell AND r.category = asked.category AND r.closed_at IS NULL
                    ORDER BY r.created_at DESC LIMIT \(mostOfCell)
                ) AS r
                LEFT JOIN report_sender s ON s.report_id = r.id
            WHERE r.lon * 1e6 BETWEEN asked.west AND asked.east AND r.lat * 1e6 BETWEEN asked.south AND asked.north
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

    /// How far the new reports that ask for a cell reach, in millionths of a degree: most of a cell lies beyond, and what
    /// does is not sent.
    private struct Box {
        var west: Int64
        var east: Int64
        var south: Int64
        var north: Int64

        init(around coordinate: Coordinate, metres: Double) {
            let bounds = Bounds(around: coordinate, metres: metres)
            // One more on each side, for degrees that were rounded on their way.
            west = Int64(bounds.southWest.longitudeMicros) - 1
            east = Int64(bounds.northEast.longitudeMicros) + 1
            south = Int64(bounds.southWest.latitudeMicros) - 1
            north = Int64(bounds.northEast.latitudeMicros) + 1
        }

        mutating func include(_ other: Box) {
            (west, east) = (min(west, other.west), max(east, other.east))
            (south, north) = (min(south, other.south), max(north, other.north))
        }
    }
}
