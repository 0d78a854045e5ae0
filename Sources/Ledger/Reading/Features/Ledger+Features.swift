package import Formats
import Geography
import PostgreSQL
package import Reports

extension Ledger {
    /// How many features a page may have.
    package static let featureLimits = 1...10_000
    /// So many entries of an index are looked at to count what a list has: some four milliseconds.
    package static let featureReach = 10_000
    /// Whoever asks for more at once downloads the list and need not be told beforehand how long it is.
    package static let countedPage = 200

    /// A page of a list of features, after the place that a page before it named.
    ///
    /// What lies in a box is read along the Morton key, everything else newest first, as lists are; so is what is rare in a
    /// large box, since an index for rare things knows it and a walk through the box would not end. A key tells in which
    /// order its list is.
    ///
    /// How many there are is told with a first page that is the last one too, and with one of at most `countedPage`
    /// features if no more than `reach` entries of an index tell it: to count costs more than a thousand features do.
    package func features(
        of filter: ReportFilter,
        after key: FeatureKey? = nil,
        limit: Int,
        reach: Int = Ledger.featureReach
    ) async throws -> FeaturePage {
        let limit = min(max(limit, Ledger.featureLimits.lowerBound), Ledger.featureLimits.upperBound)
        guard let statement = ListStatement(filter, wanted: limit) else { return .empty }
        return try await database.readSnapshot { session in
            switch key {
            case .time(let key):
                return try statement.latest(after: key, matched: nil, limit: limit, in: session)
            case .place(let key):
                return try statement.inBox(after: key, limit: limit, reach: reach, in: session)
            case nil:
                if filter.box != nil {
                    return try statement.inBox(after: nil, limit: limit, reach: reach, in: session)
                }
                let matched =
                    limit <= Ledger.countedPage ? try statement.count(reach: reach, in: session) : nil
                return try statement.latest(after: nil, matched: matched, limit: limit, in: session)
            }
        }
    }

    /// What is told of reports that were found, in their order; without those that the audience may no longer know of.
    package func lines(of places: [FeaturePlace], for audience: Audience) async throws -> [FeatureLine] {
        try await database.read { try Ledger.lines(of: places.map(\.id), for: audience, in: $0) }
    }

    fileprivate static func lines(
        of identifiers: [ReportIdentifier],
        for audience: Audience,
        in session: borrowing Session
    ) throws -> [FeatureLine] {
        guard !identifiers.isEmpty else { return [] }
        return try session.query(
            """
            SELECT \(FeatureLine.columns(for: audience))
            FROM unnest(\(identifiers.map(\.uuid))) WITH ORDINALITY AS asked (id, nth) JOIN report r ON r.id = asked.id
            WHERE \(audience.condition) ORDER BY asked.nth
            """
        ).map { try FeatureLine(row: $0, for: audience) }
    }

    /// The feature of a report that the audience may know of; nil if there is none.
    package func feature(_ number: ReportNumber, for audience: Audience) async throws -> FeatureLine? {
        try await database.read { session in
            try session.query(
                """
                SELECT \(FeatureLine.columns(for: audience)) FROM report r
                WHERE r.number = \(number.description) AND \(audience.condition)
                """
            ).first { try FeatureLine(row: $0, for: audience) }
        }
    }

    /// When the first report came in; nil if there is none.
    package func beginning() async throws -> Timestamp? {
        try await database.read { session in
            try session.query("SELECT r.created_at FROM report r ORDER BY r.created_at, r.id LIMIT 1")
                .first { try $0.decode(Timestamp.self, at: 0) }
        }
    }
}

extension ListStatement {
    /// So many times as far as a survey goes a walk may go for a page.
    private static let farthest = 8

    /// The time that a list is about, as a walk along another order has to check it.
    var timeConditions: [SQL] {
        var conditions: [SQL] = []
        if let from = filter.from { conditions.append("r.created_at >= \(from)") }
        if let until = filter.until { conditions.append("r.created_at < \(until)") }
        return conditions
    }

    /// A page newest first.
    fileprivate func latest(
        after key: PageKey?,
        matched: Int?,
        limit: Int,
        in session: borrowing Session
    ) throws -> FeaturePage {
        let keys = try keys(after: start(after: key), limit: limit + 1, in: session)
        let lines = try Ledger.lines(of: keys.prefix(limit).map(\.id), for: filter.audience, in: session)
        let next = keys.count > limit ? FeatureKey.time(keys[limit - 1]) : nil
        let isWhole = key == nil && next == nil
        return FeaturePage(found: .lines(lines), next: next, matched: isWhole ? lines.count : matched)
    }

    /// A page along the Morton key, or of rare things newest first.
    fileprivate func inBox(
        after key: PlaceKey?,
        limit: Int,
        reach: Int,
        in session: borrowing Session
    ) throws -> FeaturePage {
        // Whoever brings a place of a box to a list without one gets the whole Earth.
        guard let box = filter.box ?? DegreeBox(west: -180, south: -90, east: 180, north: 90) else {
            return .empty
        }
        let walk = PlaceWalk(box, self)
        var matched: Int?
        let isCounted = limit <= Ledger.countedPage
        if key == nil, isCounted || isNarrow {
            let survey = try walk.survey(reach: isCounted ? reach : reach / 5, in: session)
            // What is so rare that the walk would go far is left to the index for rare things.
            if !survey.isComplete, survey.matched * ListStatement.farthest < limit, !box.isCrossing {
                return try latest(after: nil, matched: nil, limit: limit, in: session)
            }
            if survey.isComplete { matched = survey.matched }
        }
        let found = try walk.places(after: key, limit: limit + 1, in: session)
        let page = found.prefix(limit)
        let next = found.count > limit ? page.last.map { FeatureKey.place($0.key) } : nil
        if key == nil, next == nil { matched = page.count }
        return FeaturePage(found: .places(page.map(\.place)), next: next, matched: matched)
    }

    /// Whether more is asked than what lies where.
    var isNarrow: Bool {
        !timeConditions.isEmpty || conditions.count > 2
    }

    /// How many reports there are in all, if that is soon known.
    fileprivate func count(reach: Int, in session: borrowing Session) throws -> Int? {
        let reach = Int64(reach)
        if timeConditions.isEmpty {
            let known = try session.query(
                "SELECT reltuples::double precision FROM pg_class WHERE oid = 'report'::regclass"
            )
            .first { try $0.decode(Double.self, at: 0) }
            if let known, known > Double(2 * reach) { return nil }
        }
        let time = timeConditions.isEmpty ? ("true" as SQL) : SQL.joined(timeConditions, separator: " AND ")
        let (seen, met) = try session.query(
            """
            SELECT count(*), count(*) FILTER (WHERE \(SQL.joined(conditions, separator: " AND "))) FROM (
                SELECT r.lon, r.lat, r.status, r.category, r.kind, r.unit, r.district, r.hidden, r.closed_at
                FROM report r WHERE \(time) LIMIT \(reach + 1)
            ) AS r
            """
        ).one { (try $0.decode(Int64.self, at: 0), try $0.decode(Int64.self, at: 1)) }
        return seen <= reach ? Int(met) : nil
    }
}
