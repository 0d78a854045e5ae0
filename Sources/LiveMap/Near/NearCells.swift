import Geography

/// The cells of the map that cover the surroundings of a place: few to look up, with little in them that lies beyond.
struct NearCells {
    /// The cells' numbers among those of their size, ascending.
    private let cells: [Int64]
    /// A key without so many bits at its end is the number of its cell.
    private let shift: Int64
    private let place: MortonKey

    /// Measured at a million reports: 3 to 6 are nearly alike, and of these 6 looks at the fewest rows; 8 are longer in
    /// being looked up than they save.
    private static let mostAcross: UInt32 = 6

    init(of box: NearBox, around coordinate: Coordinate) {
        place = MortonKey(coordinate)
        let (columns, rows) = (box.columns, box.rows)
        var bits: UInt32 = 0
        while NearCells.count(columns, bits) > NearCells.mostAcross
            || NearCells.count(rows, bits) > NearCells.mostAcross
        {
            bits += 1
        }
        shift = Int64(2 * bits)
        var cells: [Int64] = []
        cells.reserveCapacity(Int(NearCells.mostAcross * NearCells.mostAcross))
        for row in rows.lowerBound >> bits...rows.upperBound >> bits {
            let down = MortonKey.spread(row) << 1
            for column in columns.lowerBound >> bits...columns.upperBound >> bits {
                cells.append(Int64(bitPattern: MortonKey.spread(column) | down))
            }
        }
        cells.sort()
        self.cells = cells
    }

    private static func count(_ axis: ClosedRange<UInt32>, _ bits: UInt32) -> UInt32 {
        (axis.upperBound >> bits) - (axis.lowerBound >> bits) + 1
    }

    /// Calls `body` with the keys of all cells in ascending order, those that follow one another as one range.
    @inline(__always)
    func forEachRange(_ body: (Range<Int64>) -> Void) {
        var start = 0
        while start < cells.count {
            var end = start + 1
            while end < cells.count, cells[end] == cells[end - 1] + 1 { end += 1 }
            body(cells[start] << shift..<(cells[end - 1] + 1) << shift)
            start = end
        }
    }

    /// The keys of each cell, the nearest to the place first.
    var nearestFirst: [Range<Int64>] {
        let home = place.rawValue >> shift
        return cells.sorted { (distance($0, home), $0) < (distance($1, home), $1) }
            .map { $0 << shift..<($0 + 1) << shift }
    }

    /// The square of how many cells lie between two.
    private func distance(_ cell: Int64, _ other: Int64) -> Int {
        let (one, two) = (UInt64(bitPattern: cell), UInt64(bitPattern: other))
        let across = Int(MortonKey.compact(one)) - Int(MortonKey.compact(two))
        let down = Int(MortonKey.compact(one >> 1)) - Int(MortonKey.compact(two >> 1))
        return across * across + down * down
    }
}
