/// Finds out what lies between the borders: each connected stretch of untouched parts has one answer.
struct GridLabels {
    /// Parts of one block that hang together.
    private struct Patch {
        let block: Int
        let parts: UInt64
        var label: Int32?
    }

    private let tracer: GridTracer
    private let frame: GridFrame
    /// A whole cell's label; -1 as long as it has none.
    private var cellLabels: [Int32]
    private var patches: [Patch] = []
    /// The patches of block b are those from firstPatch[b] until before firstPatch[b + 1].
    private var firstPatch: [Int] = []

    init(_ tracer: GridTracer) {
        self.tracer = tracer
        frame = tracer.frame
        cellLabels = Array(repeating: -1, count: tracer.blockOfCell.count)
        for (block, touched) in tracer.touched.enumerated() {
            firstPatch.append(patches.count)
            var free = ~touched
            while free != 0 {
                let parts = Patches.grown(from: free & (~free + 1), within: free)
                patches.append(Patch(block: block, parts: parts))
                free &= ~parts
            }
        }
        firstPatch.append(patches.count)
    }

    /// Asks `answer` once for each stretch, by column and row of one of its parts, and gives the grid.
    mutating func grid(_ answer: (_ column: Int, _ row: Int) throws -> Int32) rethrows -> PlacingGrid {
        for cell in cellLabels.indices
        where cellLabels[cell] < 0 && tracer.blockOfCell[cell] == GridTracer.whole {
            let column = cell % frame.columns
            let row = cell / frame.columns
            spread(try answer(column * 8 + 4, row * 8 + 4), from: cell)
        }
        spreadIntoBlocks()
        for index in patches.indices where patches[index].label == nil {
            let part = patches[index].parts.trailingZeroBitCount
            let cell = tracer.cellOfBlock[patches[index].block]
            let column = cell % frame.columns * 8 + (part & 7)
            let row = cell / frame.columns * 8 + (part >> 3)
            patches[index].label = try answer(column, row)
            spread(fromPatch: index)
        }
        return finished()
    }

    /// Gives whole cells that touch each other the same label.
    private mutating func spread(_ label: Int32, from start: Int) {
        cellLabels[start] = label
        var open = [start]
        while let cell = open.popLast() {
            for neighbour in neighbours(of: cell) {
                guard let next = neighbour.cell, cellLabels[next] < 0,
                    tracer.blockOfCell[next] == GridTracer.whole
                else { continue }
                cellLabels[next] = label
                open.append(next)
            }
        }
    }

    /// Labels the patches that reach to a whole cell, and those that reach to them.
    private mutating func spreadIntoBlocks() {
        for index in patches.indices where patches[index].label == nil {
            let cell = tracer.cellOfBlock[patches[index].block]
            for neighbour in neighbours(of: cell) where patches[index].parts & neighbour.side.edge != 0 {
                // Beside the grid lies what is outside of the city.
                guard let next = neighbour.cell else {
                    patches[index].label = 0
                    break
                }
                guard cellLabels[next] >= 0 else { continue }
                patches[index].label = cellLabels[next]
                break
            }
            if patches[index].label != nil { spread(fromPatch: index) }
        }
    }

    private mutating func spread(fromPatch start: Int) {
        var open = [start]
        while let index = open.popLast() {
            let cell = tracer.cellOfBlock[patches[index].block]
            for neighbour in neighbours(of: cell) {
                guard let next = neighbour.cell, tracer.blockOfCell[next] >= 0 else { continue }
                let reached = neighbour.side.beyond(patches[index].parts)
                let block = Int(tracer.blockOfCell[next])
                for other in firstPatch[block]..<firstPatch[block + 1]
                where patches[other].label == nil && patches[other].parts & reached != 0 {
                    patches[other].label = patches[index].label
                    open.append(other)
                }
            }
        }
    }

    private func neighbours(of cell: Int) -> [(side: Side, cell: Int?)] {
        let column = cell % frame.columns
        let row = cell / frame.columns
        return [
            (.west, column > 0 ? cell - 1 : nil),
            (.east, column + 1 < frame.columns ? cell + 1 : nil),
            (.south, row > 0 ? cell - frame.columns : nil),
            (.north, row + 1 < frame.rows ? cell + frame.columns : nil),
        ]
    }

    private func finished() -> PlacingGrid {
        var blocks = [UInt16](repeating: PlacingGrid.unknown, count: tracer.touched.count * 64)
        for patch in patches {
            guard let label = patch.label, let narrow = UInt16(exactly: label), narrow != PlacingGrid.unknown
            else { continue }
            var parts = patch.parts
            while parts != 0 {
                blocks[patch.block << 6 | parts.trailingZeroBitCount] = narrow
                parts &= parts - 1
            }
        }
        let cells = tracer.blockOfCell.indices.map { cell -> Int32 in
            switch tracer.blockOfCell[cell] {
            case GridTracer.whole: cellLabels[cell]
            case GridTracer.crowded: PlacingGrid.unknownCell
            case let block: ~block
            }
        }
        return PlacingGrid(frame: frame, cells: cells, blocks: blocks)
    }
}

/// A side of a block, and what its parts there touch in the next block.
private enum Side {
    case west, east, south, north

    /// The parts along this side.
    var edge: UInt64 {
        switch self {
        case .west: Patches.westernColumn
        case .east: Patches.westernColumn << 7
        case .south: 0xFF
        case .north: 0xFF << 56
        }
    }

    /// The parts of the next block that touch the given ones.
    func beyond(_ parts: UInt64) -> UInt64 {
        switch self {
        case .west: (parts & edge) << 7
        case .east: (parts & edge) >> 7
        case .south: (parts & edge) << 56
        case .north: (parts & edge) >> 56
        }
    }
}

/// Sets of a block's parts as bits: 8 * row + column.
private enum Patches {
    static let westernColumn: UInt64 = 0x0101_0101_0101_0101

    /// All parts that can be reached from some without leaving the free ones.
    static func grown(from seed: UInt64, within free: UInt64) -> UInt64 {
        var parts = seed
        while true {
            let east = (parts & ~(westernColumn << 7)) << 1
            let west = (parts & ~westernColumn) >> 1
            let next = (parts | parts << 8 | parts >> 8 | east | west) & free
            if next == parts { return parts }
            parts = next
        }
    }
}
