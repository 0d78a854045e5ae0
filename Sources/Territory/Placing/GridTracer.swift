import Geography

/// Marks the parts of cells that borders touch.
struct GridTracer {
    /// So many cells are divided; beyond, a crossed cell asks GEOS everywhere.
    private static let mostBlocks = 1 << 16

    let frame: GridFrame
    /// For each cell its block, or one of the two below.
    private(set) var blockOfCell: [Int32]
    /// For each block the parts that a border touches: bit 8 * row + column.
    private(set) var touched: [UInt64] = []
    /// For each block its cell.
    private(set) var cellOfBlock: [Int] = []

    /// A cell that no border touches.
    static let whole: Int32 = -1
    /// A cell that is touched and not divided.
    static let crowded: Int32 = -2

    init(_ frame: GridFrame) {
        self.frame = frame
        blockOfCell = Array(repeating: GridTracer.whole, count: frame.columns * frame.rows)
    }

    /// Marks every part that lies within the border's margin of its line.
    mutating func trace(_ border: Border) {
        for (start, end) in zip(border.line, border.line.dropFirst()) {
            trace(from: start, to: end, margin: border.margin)
        }
    }

    private mutating func trace(from start: Coordinate, to end: Coordinate, margin: Double) {
        // A microdegree of latitude is nowhere shorter than 11.05 cm.
        let marginY = margin / 0.1105 + 1
        let marginX = margin / (0.1105 * frame.narrowing) + 1
        let (x0, y0) = frame.offset(of: start)
        let (x1, y1) = frame.offset(of: end)
        let partHeight = Double(Int64(1) << frame.rowBits)
        let partWidth = Double(Int64(1) << frame.columnBits)
        let firstRow = Int(((min(y0, y1) - marginY) / partHeight).rounded(.down))
        let lastRow = Int(((max(y0, y1) + marginY) / partHeight).rounded(.down))
        guard lastRow >= 0, firstRow < frame.rows * 8 else { return }
        for row in max(firstRow, 0)...min(lastRow, frame.rows * 8 - 1) {
            // The stretch of the line within this row and the margin around it.
            let low = Double(row) * partHeight - marginY
            let high = Double(row + 1) * partHeight + marginY
            guard let (from, to) = stretch(x0, y0, x1, y1, low, high) else { continue }
            let firstColumn = Int(((min(from, to) - marginX) / partWidth).rounded(.down))
            let lastColumn = Int(((max(from, to) + marginX) / partWidth).rounded(.down))
            guard lastColumn >= 0, firstColumn < frame.columns * 8 else { continue }
            for column in max(firstColumn, 0)...min(lastColumn, frame.columns * 8 - 1) {
                mark(column: column, row: row)
            }
        }
    }

    /// The eastings where a line enters and leaves a strip of northings; nil if it stays outside.
    private func stretch(
        _ x0: Double,
        _ y0: Double,
        _ x1: Double,
        _ y1: Double,
        _ low: Double,
        _ high: Double
    ) -> (Double, Double)? {
        guard max(y0, y1) >= low, min(y0, y1) <= high else { return nil }
        guard y0 != y1 else { return (x0, x1) }
        func easting(at northing: Double) -> Double {
            let share = min(max((northing - y0) / (y1 - y0), 0), 1)
            return x0 + (x1 - x0) * share
        }
        return (easting(at: max(low, min(y0, y1))), easting(at: min(high, max(y0, y1))))
    }

    private mutating func mark(column: Int, row: Int) {
        let cell = (row >> 3) * frame.columns + (column >> 3)
        if blockOfCell[cell] == GridTracer.whole {
            guard touched.count < GridTracer.mostBlocks else { return blockOfCell[cell] = GridTracer.crowded }
            blockOfCell[cell] = Int32(touched.count)
            touched.append(0)
            cellOfBlock.append(cell)
        }
        let block = blockOfCell[cell]
        guard block >= 0 else { return }
        touched[Int(block)] |= 1 << UInt64((row & 7) << 3 | column & 7)
    }
}
