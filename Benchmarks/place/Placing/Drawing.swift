import Geography
import Territory

/// Draws the points of the benchmark: anywhere in the city's box, and where answers turn over.
struct Drawing {
    private let areas: AreasInForce
    private var random: SplitMix

    init(of areas: AreasInForce, seed: UInt64) {
        self.areas = areas
        random = SplitMix(state: seed)
    }

    mutating func anywhere(_ count: Int) throws -> [Coordinate] {
        guard let bounds = areas.bounds else { throw Failure("the city has no districts") }
        let longitudes = bounds.southWest.longitudeMicros...bounds.northEast.longitudeMicros
        let latitudes = bounds.southWest.latitudeMicros...bounds.northEast.latitudeMicros
        return (0..<count).compactMap { _ in
            Coordinate(
                longitudeMicros: .random(in: longitudes, using: &random),
                latitudeMicros: .random(in: latitudes, using: &random)
            )
        }
    }

    /// Points within a metre of the edges of districts and zones, a fifth of them beside a vertex.
    mutating func nearBorders(_ count: Int) throws -> [Coordinate] {
        let projection = try Projection()
        let districts = try areas.districts.map {
            (line: try projection.metres(of: $0.outline).positions, halfWidth: 0.0)
        }
        let zones = try areas.zones.map {
            (line: try projection.metres(of: $0.geometry).positions, halfWidth: $0.width / 2 + $0.reach)
        }
        let borders = districts + zones
        let places = (0..<count).map { _ in
            let border = borders[Int.random(in: borders.indices, using: &random)]
            let start = Int.random(in: 0..<border.line.count - 1, using: &random)
            return place(beside: border.line[start], border.line[start + 1], border.halfWidth)
        }
        return try projection.coordinates(of: places)
    }

    private mutating func place(beside start: Metres, _ end: Metres, _ halfWidth: Double) -> Metres {
        let length = max(start.distance(to: end), 0.001)
        let share = Int.random(in: 0..<5, using: &random) == 0 ? 0 : Double.random(in: 0...1, using: &random)
        // On either side of a line lies an edge of its zone.
        let edge = Bool.random(using: &random) ? halfWidth : -halfWidth
        let off = edge + Double.random(in: -0.9...0.9, using: &random)
        let along = (x: (end.x - start.x) / length, y: (end.y - start.y) / length)
        return Metres(
            x: start.x + (end.x - start.x) * share - along.y * off,
            y: start.y + (end.y - start.y) * share + along.x * off
        )
    }
}

/// The same numbers on every run.
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
        return mixed ^ mixed >> 31
    }
}
