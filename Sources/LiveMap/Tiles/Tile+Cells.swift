import Geography

/// A tile beside another one, and those of its cells that lie along the other's edge.
struct NeighbourEdge {
    let tile: Tile
    /// By their numbers within the tile, ascending.
    let cells: [Int64]
}

extension Tile {
    /// The up to eight tiles around, each with its cells along this one's edge.
    var neighbours: [NeighbourEdge] {
        Direction.all.compactMap { direction in
            Tile(zoom: zoom, x: x + direction.across, y: y + direction.down).map {
                NeighbourEdge(tile: $0, cells: direction.cells)
            }
        }
    }
}

/// Where a neighbour lies: -1 west or north, 1 east or south.
private struct Direction {
    let across: Int
    let down: Int
    /// The neighbour's cells on the side that looks back.
    let cells: [Int64]

    static let all = (-1...1).flatMap { down in
        (-1...1).filter { ($0, down) != (0, 0) }.map { Direction(across: $0, down: down) }
    }

    private init(across: Int, down: Int) {
        self.across = across
        self.down = down
        cells = Direction.lines(facing: down).flatMap { row in
            Direction.lines(facing: across).map { column in
                Int64(bitPattern: MortonKey.spread(UInt32(column)) | MortonKey.spread(UInt32(row)) << 1)
            }
        }.sorted()
    }

    /// The rows, or the columns, of a neighbour's cells that lie towards the tile.
    private static func lines(facing direction: Int) -> Range<Int> {
        let side = 1 << TileGrid.cellZooms
        return switch direction {
        case -1: side - 1..<side
        case 1: 0..<1
        default: 0..<side
        }
    }
}
