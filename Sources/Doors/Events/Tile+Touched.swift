import Geography

extension Tile {
    /// The zoom at which changed tiles are named.
    static let zoomOfChanges = 14
    /// A place so near to an edge (a sixteenth of a tile) may be drawn in the neighbour too: in the buffer of a vector
    /// tile, or within a cluster that is.
    private static let margin = 16

    /// The tiles of zoom 14 that may look different after something changed at a place: one to four.
    static func touched(by key: MortonKey) -> [Tile] {
        columns(key.x).flatMap { x in
            columns(key.y).compactMap { y in Tile(zoom: zoomOfChanges, x: x, y: y) }
        }
    }

    /// On one axis: the tile of a cell, and its neighbour if that is near.
    private static func columns(_ cell: UInt32) -> [Int] {
        let width = 1 << (MortonKey.bitsPerAxis - zoomOfChanges)
        let (tile, rest) = Int(cell).quotientAndRemainder(dividingBy: width)
        if rest < width / margin { return [tile - 1, tile] }
        if rest >= width - width / margin { return [tile, tile + 1] }
        return [tile]
    }
}
