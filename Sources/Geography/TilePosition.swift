/// A place within a tile in the tile's own units, y growing downwards; outside the tile it is negative or large.
package struct TilePosition: Hashable, Sendable {
    /// Units from the western edge.
    package let x: Int
    /// Units from the northern edge.
    package let y: Int

    /// A place by its units.
    package init(x: Int, y: Int) {
        self.x = x
        self.y = y
    }

    /// The same place in units 2^`shift` times as large, to the nearest of them.
    package func rounded(_ shift: Int) -> TilePosition {
        let half = shift > 0 ? 1 << (shift - 1) : 0
        return TilePosition(x: (x + half) >> shift, y: (y + half) >> shift)
    }
}

extension Tile {
    /// Where a cell lies in the tile, rounded down to whole units, with the tile `extent` units wide.
    ///
    /// A cell of another tile gets its true place too: that is how a tile's buffer is filled.
    /// - Precondition: `extent` is 1 to 65,536 (256 for pixels, 4,096 for vector tiles).
    package func position(of key: MortonKey, extent: Int) -> TilePosition {
        precondition(extent > 0 && extent <= 65_536, "a tile is 1 to 65,536 units wide")
        let shift = Mercator.bits - zoom
        return TilePosition(
            x: ((Int(key.x) - (x << shift)) * extent) >> shift,
            y: ((Int(key.y) - (y << shift)) * extent) >> shift
        )
    }

    /// Where a coordinate lies in the tile; see the same for a cell.
    package func position(of coordinate: Coordinate, extent: Int) -> TilePosition {
        position(of: MortonKey(coordinate), extent: extent)
    }
}
