import Formats
import Geography
import PostgreSQL
import Reports

/// A walk along the Morton key through the reports of a box.
struct PlaceWalk {
    private let ranges: [Range<Int64>]
    private let conditions: SQL

    /// A walk through a box past the reports that meet the conditions of a list, its time among them.
    init(_ box: DegreeBox, _ statement: ListStatement) {
        ranges = MortonCover(box).ranges
        conditions = SQL.joined(statement.conditions + statement.timeConditions, separator: " AND ")
    }

    /// What a look at the first entries tells.
    struct Survey {
        /// How many of them meet the conditions.
        let matched: Int
        /// Whether they were all there are.
        let isComplete: Bool
    }

    /// Looks at the entries of the box, but at no more than so many.
    func survey(reach: Int, in session: borrowing Session) throws -> Survey {
        let (seen, matched) = try session.query(
            """
            SELECT count(*), count(*) FILTER (WHERE \(conditions)) FROM (
                SELECT q.* FROM unnest(\(ranges.map(\.lowerBound)), \(ranges.map(\.upperBound))) AS span (low, high)
                CROSS JOIN LATERAL (
                    SELECT \(PlaceWalk.entry) FROM report r WHERE r.morton >= span.low AND r.morton < span.high OFFSET 0
                ) AS q LIMIT \(Int64(reach + 1))
            ) AS r
            """
        ).one { (try $0.decode(Int64.self, at: 0), try $0.decode(Int64.self, at: 1)) }
        return Survey(matched: Int(matched), isComplete: seen <= Int64(reach))
    }

    /// The reports after a place that come first, at most so many, each with its own place.
    ///
    /// One statement, which the index answers alone. It goes through the ranges one after the other and ends as soon as it
    /// has enough: their number is an order that the plan knows, so it sorts no more than a range at a time.
    func places(
        after key: PlaceKey?,
        limit: Int,
        in session: borrowing Session
    ) throws -> [(place: FeaturePlace, key: PlaceKey)] {
        let rest = ranges(after: key)
        guard !rest.isEmpty else { return [] }
        // The ranges begin at the key. As a bound it would have each of them sought from there on.
        let start: SQL =
            key.map { "AND NOT (r.morton = \($0.morton.rawValue) AND r.id <= \($0.id.uuid))" } ?? ""
        return try session.query(
            """
            SELECT q.morton, q.id, q.version FROM unnest(\(rest.map(\.lowerBound)), \(rest.map(\.upperBound)))
                WITH ORDINALITY AS span (low, high, nth)
            CROSS JOIN LATERAL (
                SELECT r.morton, r.id, r.version FROM report r
                WHERE r.morton >= span.low AND r.morton < span.high \(start) AND \(conditions)
                ORDER BY r.morton, r.id LIMIT \(Int64(limit))
            ) AS q ORDER BY span.nth, q.morton, q.id LIMIT \(Int64(limit))
            """
        ).map { row in
            guard let morton = MortonKey(rawValue: try row.decode(at: 0)) else {
                throw BrokenRow(table: "report", column: "morton")
            }
            let id = ReportIdentifier(try row.decode(UUIDBytes.self, at: 1))
            let place = FeaturePlace(id: id, version: Int(try row.decode(Int32.self, at: 2)))
            return (place, PlaceKey(morton: morton, id: id))
        }
    }

    /// What every condition needs, all of it in the index.
    private static let entry: SQL =
        "r.lon, r.lat, r.status, r.category, r.kind, r.unit, r.district, r.hidden, r.closed_at, r.created_at"

    private func ranges(after key: PlaceKey?) -> [Range<Int64>] {
        guard let morton = key?.morton.rawValue else { return ranges }
        return ranges.filter { $0.upperBound > morton }.map { max($0.lowerBound, morton)..<$0.upperBound }
    }
}
