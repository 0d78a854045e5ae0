import Geography
import Territory
import TestSupport

/// Points for properties: anywhere, and where answers turn over.
enum Points {
    static func random(_ count: Int, in bounds: Bounds, using random: inout SeededGenerator) -> [Coordinate] {
        (0..<count).compactMap { _ in
            Coordinate(
                longitudeMicros: .random(
                    in: bounds.southWest.longitudeMicros...bounds.northEast.longitudeMicros,
                    using: &random
                ),
                latitudeMicros: .random(
                    in: bounds.southWest.latitudeMicros...bounds.northEast.latitudeMicros,
                    using: &random
                )
            )
        }
    }

    /// Points within a metre of the borders and axes of areas, a fifth of them at a position of the drawing itself.
    static func nearBorders(_ count: Int, of areas: AreasInForce, using random: inout SeededGenerator) throws
        -> [Coordinate]
    {
        let projection = try Projection()
        let lines =
            try areas.districts.map(\.outline).map { try projection.metres(of: $0).positions }
            + areas.zones.map(\.geometry).map { try projection.metres(of: $0).positions }
        let halfWidths = areas.districts.map { _ in 0.0 } + areas.zones.map { $0.width / 2 + $0.reach }
        var places: [Metres] = []
        for _ in 0..<count {
            let index = Int.random(in: lines.indices, using: &random)
            let line = lines[index]
            let start = Int.random(in: 0..<line.count - 1, using: &random)
            places.append(place(line[start], line[start + 1], halfWidths[index], &random))
        }
        return try projection.coordinates(of: places)
    }

    private static func place(
        _ start: Metres,
        _ end: Metres,
        _ halfWidth: Double,
        _ random: inout SeededGenerator
    ) -> Metres {
        let length = max(start.distance(to: end), 0.001)
        let share = Int.random(in: 0..<5, using: &random) == 0 ? 0 : Double.random(in: 0...1, using: &random)
        // Beside the line by its half width, on one of both sides, and then less than a metre off.
        let side = Bool.random(using: &random) ? halfWidth : -halfWidth
        let off = side + Double.random(in: -1...1, using: &random)
        let along = (x: (end.x - start.x) / length, y: (end.y - start.y) / length)
        return Metres(
            x: start.x + along.x * length * share - along.y * off,
            y: start.y + along.y * length * share + along.x * off
        )
    }
}
