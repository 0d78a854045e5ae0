import Geography

/// Where places of the map lie in a tile's own units.
struct TileFrame: Sendable {
    private let column: Int
    private let row: Int
    /// One of them is 0: a unit is a power of two of the map's own, and less than one of them from zoom 21 on.
    private let down: Int
    private let up: Int

    init(_ tile: Tile) {
        let bits = MortonKey.bitsPerAxis - tile.zoom
        column = tile.x << bits
        row = tile.y << bits
        down = max(0, bits - VectorTile.extent.trailingZeroBitCount)
        up = max(0, VectorTile.extent.trailingZeroBitCount - bits)
    }

    /// Where a column and a row of the map lie, rounded to the north-west.
    @inline(__always)
    func position(x: UInt32, y: UInt32) -> TilePosition {
        TilePosition(x: ((Int(x) &- column) &<< up) &>> down, y: ((Int(y) &- row) &<< up) &>> down)
    }
}

extension TilePosition {
    /// Whether it is shown by a vector tile, in its buffer at least.
    var isInBuffer: Bool {
        let reach = -VectorTile.buffer..<VectorTile.extent + VectorTile.buffer
        return reach.contains(x) && reach.contains(y)
    }
}
