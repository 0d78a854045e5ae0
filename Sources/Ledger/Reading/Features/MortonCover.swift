import Geography

/// A box as some ranges of the Morton key, in their order, with little besides.
struct MortonCover {
    /// So many ranges leave about a quarter of the box's area beside it, and are sought one after the other in no time.
    private static let most = 64
    private static let deepest = 22

    let ranges: [Range<Int64>]

    init(_ box: DegreeBox) {
        var tiles: [Tile] = []
        for bounds in box.cover { tiles += MortonCover.tiles(over: bounds) }
        let keys = Set(tiles.map(\.mortonRange)).sorted { $0.lowerBound < $1.lowerBound }
        var ranges: [Range<Int64>] = []
        for range in keys {
            if let last = ranges.last, range.lowerBound <= last.upperBound {
                ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                ranges.append(range)
            }
        }
        self.ranges = ranges
    }

    /// From the world down: whatever lies partly in the box is quartered as long as there are not too many.
    private static func tiles(over bounds: Bounds) -> [Tile] {
        guard let world = Tile(zoom: 0, x: 0, y: 0) else { return [] }
        var whole: [Tile] = []
        var partial = [world]
        for _ in 0..<deepest {
            let finer = partial.flatMap(\.children).filter { $0.bounds.intersects(bounds) }
            let inside = finer.filter {
                bounds.contains($0.bounds.southWest) && bounds.contains($0.bounds.northEast)
            }
            guard whole.count + finer.count <= most else { break }
            whole += inside
            partial = finer.filter { !inside.contains($0) }
            if partial.isEmpty { break }
        }
        return whole + partial
    }
}
