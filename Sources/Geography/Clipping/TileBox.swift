/// A box in a tile's units, its edges included.
package struct TileBox: Hashable, Sendable {
    package let west: Int
    package let north: Int
    package let east: Int
    package let south: Int

    /// A box by its edges; y grows downwards.
    package init(west: Int, north: Int, east: Int, south: Int) {
        self.west = west
        self.north = north
        self.east = east
        self.south = south
    }

    /// What a vector tile shows: itself and its buffer.
    package static let vectorTile = TileBox(
        west: -VectorTile.buffer,
        north: -VectorTile.buffer,
        east: VectorTile.extent + VectorTile.buffer,
        south: VectorTile.extent + VectorTile.buffer
    )

    /// The smallest box around some positions; nil if there are none.
    package init?(enclosing positions: some Sequence<TilePosition>) {
        var (west, north, east, south) = (Int.max, Int.max, Int.min, Int.min)
        for position in positions {
            west = min(west, position.x)
            north = min(north, position.y)
            east = max(east, position.x)
            south = max(south, position.y)
        }
        guard west <= east else { return nil }
        self.init(west: west, north: north, east: east, south: south)
    }

    /// The larger of its width and height.
    package var size: Int { max(east - west, south - north) }

    /// Whether two boxes share at least a point.
    package func intersects(_ other: TileBox) -> Bool {
        west <= other.east && other.west <= east && north <= other.south && other.north <= south
    }

    /// Whether another box lies within this one.
    package func contains(_ other: TileBox) -> Bool {
        west <= other.west && other.east <= east && north <= other.north && other.south <= south
    }

    /// The smallest box around both.
    package func union(_ other: TileBox) -> TileBox {
        TileBox(
            west: min(west, other.west),
            north: min(north, other.north),
            east: max(east, other.east),
            south: max(south, other.south)
        )
    }
}
