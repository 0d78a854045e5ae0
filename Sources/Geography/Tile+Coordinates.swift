extension Tile {
    /// The coordinate of a place in the tile's own units, rounded to microdegrees; the map's edge if it is beyond.
    ///
    /// - Precondition: `extent` is a power of two, up to 4,096.
    package func coordinate(of position: TilePosition, extent: Int) -> Coordinate {
        precondition(extent > 0 && extent <= 4_096 && extent & (extent - 1) == 0, "a power of two")
        let bits = zoom + extent.trailingZeroBitCount
        let world = 1 << bits
        let column = min(max(x * extent + position.x, 0), world)
        let row = min(max(y * extent + position.y, 0), world)
        let half = bits > 0 ? 1 << (bits - 1) : 0
        return Coordinate(
            checkedLongitudeMicros: Int32((column * 360_000_000 + half) >> bits - 180_000_000),
            latitudeMicros: Mercator.latitudeMicros(
                ofRow: Double(row) / Double(world) * Double(Mercator.cells)
            )
        )
    }
}
