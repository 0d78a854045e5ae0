import Geography

/// Adds up crowded cells from the inside out, so that every pin is looked at once.
struct CrowdSumming: ~Copyable {
    private struct Growing {
        var cells: [Int64] = []
        var starts: [UInt32] = []
        var ends: [UInt32] = []
        var across: [UInt64] = []
        var down: [UInt64] = []
        var counts: [UInt32] = []
    }

    private let rows: Column<UInt32>
    private let columns: PinRows
    private let width: Int
    private var growing = [Growing](repeating: Growing(), count: CrowdSums.zooms.count)

    /// The table has to outlive it.
    init(of rows: Column<UInt32>, in table: PinTable, categories width: Int) {
        self.rows = rows
        columns = PinRows(table)
        self.width = width
    }

    /// Adds up the pins of a crowded cell and of all crowded cells within it.
    mutating func add(_ places: Range<Int>, cell: Int64, zoom: Int) -> Tally {
        var tally = Tally(categories: width)
        if zoom + 1 < CrowdSums.zooms.upperBound {
            let shift = Int64(2 * (MortonKey.bitsPerAxis - zoom - 1))
            var start = places.lowerBound
            for quarter in 0..<4 {
                let child = cell << 2 | Int64(quarter)
                let end = firstPlace(notBelow: (child + 1) << shift, in: start..<places.upperBound)
                if end - start >= CrowdSums.fewest {
                    tally.add(add(start..<end, cell: child, zoom: zoom + 1))
                } else {
                    add(start..<end, to: &tally)
                }
                start = end
            }
        } else {
            add(places, to: &tally)
        }
        if CrowdSums.zooms.contains(zoom) { keep(tally, places, cell: cell, zoom: zoom) }
        return tally
    }

    private func add(_ places: Range<Int>, to tally: inout Tally) {
        for place in places {
            let row = Int(rows[place])
            tally.add(row, of: columns, state: columns.traits(row).state)
        }
    }

    private mutating func keep(_ tally: borrowing Tally, _ places: Range<Int>, cell: Int64, zoom: Int) {
        let level = zoom - CrowdSums.zooms.lowerBound
        growing[level].cells.append(cell)
        growing[level].starts.append(UInt32(places.lowerBound))
        growing[level].ends.append(UInt32(places.upperBound))
        growing[level].across.append(tally.across)
        growing[level].down.append(tally.down)
        tally.appendCounts(to: &growing[level].counts)
    }

    private func firstPlace(notBelow key: Int64, in places: Range<Int>) -> Int {
        var low = places.lowerBound
        var high = places.upperBound
        while low < high {
            let middle = (low + high) >> 1
            if columns.key(Int(rows[middle])) < key { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// What was found, by zoom.
    func levels() -> [CrowdSums.Level] {
        growing.map { level in
            CrowdSums.Level(
                cells: Column(level.cells),
                starts: Column(level.starts),
                ends: Column(level.ends),
                across: Column(level.across),
                down: Column(level.down),
                counts: Column(level.counts),
                stride: StateSlot.count + width
            )
        }
    }
}
