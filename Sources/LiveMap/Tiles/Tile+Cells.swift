import Geography

/// A tile beside another one, and those of its cells that lie along the other's edge.
struct NeighbourEdge {
    let tile: Tile
    /// By their numbers among all of the zoom, ascending.
    let cells: [Int64]
}

extension Tile {
    /// The up to eight tiles around, each with its cells along this one's edge.
    var neighbours: [NeighbourEdge] {
        var edges: [NeighbourEdge] = []
        for down in -1...1 {
            for across in -1...1 where (across, down) != (0, 0) {
                guard let tile = Tile(zoom: zoom, x: x + across, y: y + down) else { continue }
                edges.append(NeighbourEdge(tile: tile, cells: tile.cells(across: -across, down: -down)))
            }
        }
        return edges
    }

    /// The cells along the edge, or in the corner, towards a direction: -1 west or north, 1 east or south, 0 all.
    private func cells(across: Int, down: Int) -> [Int64] {
        let side = 1 << TileGrid.cellZooms
        func lines(_ direction: Int) -> Range<Int> {
            switch direction {
            case -1: 0..<1
            case 1: side - 1..<side
            default: 0..<side
            }
        }
        let base = mortonRange.lowerBound >> TileGrid.shift(at: zoom)
        return lines(down).flatMap { row in
            lines(across).map { column in
                base
                    | Int64(
                        bitPattern: MortonKey.spread(UInt32(column)) | MortonKey.spread(UInt32(row)) << 1
                    )
            }
        }.sorted()
    }

    /// Where a column and a row of the map lie in the tile's own units, rounded to the north-west.
    func position(x column: UInt32, y row: UInt32) -> TilePosition {
        let bits = MortonKey.bitsPerAxis - zoom - VectorTile.extent.trailingZeroBitCount
        func units(_ place: UInt32, _ origin: Int) -> Int {
            let distance = Int(place) - origin << (MortonKey.bitsPerAxis - zoom)
            return bits >= 0 ? distance >> bits : distance << -bits
        }
        return TilePosition(x: units(column, x), y: units(row, y))
    }
}
