package import Addresses
package import Geography
import PostgreSQL

extension AddressStore: AddressTable {
    /// How like a name must be to be taken for a slip of the finger: 'Grodska' is 0.5 like 'Grodzka'.
    ///
    /// A slip spoils three trigrams or four, fewer of a long name's. A lower bound there would let through every name
    /// that shares a word with it, a hundredth of a millisecond each.
    private static func likeness(of name: String) -> String {
        switch name.utf8.count {
        case ..<8: "0.4"
        case ..<12: "0.5"
        default: "0.6"
        }
    }

    /// Shorter names are like too much.
    private static let shortestLikeness = 3

    /// Looks for the readings in their order, and for likenesses only if there is room left.
    package func search(
        _ query: AddressQuery,
        near place: Coordinate?,
        limit: Int
    ) async throws -> [AddressMatch] {
        guard limit > 0 else { return [] }
        // Too far away to have metres is too far away to matter.
        let metres = place.flatMap { try? self.metres(of: [$0]).first }
        return try await database.readSnapshot { session in
            var found: [AddressMatch] = []
            for reading in query.readings {
                let search = AddressStatement(reading, near: metres, limit: limit)
                found += try search.matches(search.byBeginnings, in: session)
                if found.contains(where: { $0.name < .likeness && $0.number <= .prefix }) { break }
            }
            let hasExact = found.contains { $0.name == .exact }
            if !hasExact, found.count < limit, let reading = query.readings.first,
                reading.street.name.utf8.count >= AddressStore.shortestLikeness
            {
                let likeness = AddressStore.likeness(of: reading.street.name)
                try session.execute("SET LOCAL pg_trgm.word_similarity_threshold = \(unsafeSQL: likeness)")
                let search = AddressStatement(reading, near: metres, limit: limit)
                found += try search.matches(search.byLikeness, in: session)
            }
            return AddressStore.ranked(found, limit: limit)
        }
    }

    /// The best first, each entry once; the statements' own order stands among equals.
    private static func ranked(_ found: [AddressMatch], limit: Int) -> [AddressMatch] {
        let order = found.indices.sorted { left, right in
            (found[left].rank, left) < (found[right].rank, right)
        }
        var ranked: [AddressMatch] = []
        for index in order where !ranked.contains(where: { $0.address == found[index].address }) {
            ranked.append(found[index])
        }
        return Array(ranked.prefix(limit))
    }

    /// Looks in the one to four key ranges that cover the neighbourhood.
    ///
    /// An entry that may be far off says less than its distance: it counts for as far as it may be off.
    package func nearest(
        to place: Coordinate,
        within metres: Double
    ) async throws -> (address: Address, distance: Double)? {
        // What has no metres has no address of the city near it.
        guard let statement = try? nearestStatement(to: place, within: metres) else { return nil }
        return try await database.read { session in
            try session.query(statement).first { (try Address(row: $0), try $0.decode(at: 8)) }
        }
    }

    func nearestStatement(to place: Coordinate, within metres: Double) throws -> SQL {
        let position = try self.metres(of: [place])[0]
        let ranges = Bounds(around: place, metres: metres).coveringTiles.map { tile -> SQL in
            let range = tile.mortonRange
            return "(morton >= \(range.lowerBound) AND morton < \(range.upperBound))"
        }
        return """
            SELECT \(AddressStatement.columns), distance
            FROM (
                SELECT *, sqrt((east - \(position.x)) ^ 2 + (north - \(position.y)) ^ 2) AS distance
                FROM address WHERE \(SQL.joined(ranges, separator: " OR "))
            ) AS near
            WHERE distance <= \(metres)
            ORDER BY greatest(distance, coalesce(precision_m, 0)), distance, id LIMIT 1
            """
    }
}

extension AddressMatch {
    /// Names before numbers: a street that begins with what was typed goes before one that is like it.
    fileprivate var rank: Int {
        switch (name, number) {
        case (_, .other): 8 + name.rawValue
        default: name.rawValue
        }
    }
}
