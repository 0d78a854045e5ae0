import Geography

/// A district's shape in whole microdegrees, so that inside is inside on every machine.
struct SeedArea {
    private struct Edge {
        let x0: Int64
        let y0: Int64
        let x1: Int64
        let y1: Int64
    }

    private static let bands: Int64 = 64

    private let west: Int64
    private let south: Int64
    private let width: Int64
    private let height: Int64
    /// Edges by the horizontal bands that they touch, so that a question looks at few of them.
    private let edges: [[Edge]]

    /// The areas of a geometry; nil if it has none.
    init?(_ geometry: Geometry<Coordinate>) {
        guard let bounds = geometry.bounds, !geometry.polygons.isEmpty else { return nil }
        west = Int64(bounds.southWest.longitudeMicros)
        south = Int64(bounds.southWest.latitudeMicros)
        width = Int64(bounds.northEast.longitudeMicros) - west + 1
        height = Int64(bounds.northEast.latitudeMicros) - south + 1
        var edges = [[Edge]](repeating: [], count: Int(SeedArea.bands))
        for ring in geometry.polygons.flatMap({ [$0.exterior] + $0.holes }) {
            for (from, to) in zip(ring.positions, ring.positions.dropFirst()) {
                let edge = Edge(
                    x0: Int64(from.longitudeMicros),
                    y0: Int64(from.latitudeMicros),
                    x1: Int64(to.longitudeMicros),
                    y1: Int64(to.latitudeMicros)
                )
                let lowest = (min(edge.y0, edge.y1) - south) * SeedArea.bands / height
                let highest = (max(edge.y0, edge.y1) - south) * SeedArea.bands / height
                for band in lowest...highest { edges[Int(band)].append(edge) }
            }
        }
        self.edges = edges
    }

    /// Whether a place is inside, not on the border: an even-odd count of crossings, in exact arithmetic.
    func contains(_ coordinate: Coordinate) -> Bool {
        let x = Int64(coordinate.longitudeMicros)
        let y = Int64(coordinate.latitudeMicros)
        guard x >= west, x < west + width, y >= south, y < south + height else { return false }
        var inside = false
        for edge in edges[Int((y - south) * SeedArea.bands / height)] {
            let side = (edge.x1 - edge.x0) * (y - edge.y0) - (x - edge.x0) * (edge.y1 - edge.y0)
            if side == 0, min(edge.x0, edge.x1) <= x, x <= max(edge.x0, edge.x1),
                min(edge.y0, edge.y1) <= y, y <= max(edge.y0, edge.y1)
            {
                return false
            }
            if (edge.y0 > y) != (edge.y1 > y), (side > 0) == (edge.y1 > edge.y0) { inside.toggle() }
        }
        return inside
    }

    /// Anywhere inside; nil if a thousand throws all missed.
    func place(_ random: inout SeedRandom) -> Coordinate? {
        for _ in 0..<1_000 {
            let longitude = west + Int64(random.below(Int(width)))
            let latitude = south + Int64(random.below(Int(height)))
            if let thrown = Coordinate(longitudeMicros: Int32(longitude), latitudeMicros: Int32(latitude)),
                contains(thrown)
            {
                return thrown
            }
        }
        return nil
    }
}
