package import Addresses
package import Geography
import PostgreSQL

extension AddressStore: AddressTable {
    /// How like a name must be to be taken for a slip of the finger: 'Grodska' is 0.62 like 'Grodzka'.
    private static let likeness = "0.4"
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
                try session.execute(
                    "SET LOCAL pg_trgm.word_similarity_threshold = \(unsafeSQL: AddressStore.likeness)"
                )
                let search = AddressStatement(reading, near: metres, limit: limit)
                found += try search.matches(search.byLikeness, in: session)
            }
            return AddressStore.ranked(found, limit: limit)
        }
    }

    /// The best first, each once; the statements' own order stands among equals.
    private static func ranked(_ found: [AddressMatch], limit: Int) -> [AddressMatch] {
        var once: [AddressMatch] = []
        for match in found where !once.contains(where: { $0.address == match.address }) { once.append(match) }
        let order = once.indices.sorted { left, right in
            (once[left].rank, left) < (once[right].rank, right)
        }
        return order.prefix(limit).map { once[$0] }
    }

    /// Looks in the one to four key ranges that cover the neighbourhood.
    ///
    /// An entry that may be far off says less than its distance: it counts for as far as it may be off.
    package func nearest(
        to place: Coordinate,
        within metres: Double
    ) async throws -> (address: Address, distance: Double)? {
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
