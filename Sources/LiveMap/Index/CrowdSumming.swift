import Geography

/// Adds up crowded cells from the inside out, so that a pin is looked at once or, in small cells, a few times.
struct CrowdSumming: ~Copyable {
    private let rows: Column<UInt32>
    private let columns: PinRows
    private let symbols: SymbolTable
    private var growing = [GrowingLevel](repeating: GrowingLevel(), count: CrowdSums.zooms.count)
    /// From so many pins on it is quicker to add what a cell adds up to than its pins.
    private static let fewestAdded = 24

    /// The table has to outlive it.
    init(of rows: Column<UInt32>, in table: PinTable, symbols: SymbolTable) {
        self.rows = rows
        columns = PinRows(table)
        self.symbols = symbols
    }

    /// Adds up the pins of a crowded cell and of all crowded cells within it.
    mutating func add(_ places: Range<Int>, cell: Int64, zoom: Int) -> Tally {
        var tally = Tally(categories: symbols.names.count)
        if zoom + 1 < CrowdSums.zooms.upperBound {
            let shift = Int64(2 * (MortonKey.bitsPerAxis - zoom - 1))
            var start = places.lowerBound
            for quarter in 0..<4 {
                let child = cell << 2 | Int64(quarter)
                let end = firstPlace(notBelow: (child + 1) << shift, in: start..<places.upperBound)
                add(start..<end, of: child, zoom: zoom + 1, to: &tally)
                start = end
            }
        } else {
            add(places, to: &tally)
        }
        if CrowdSums.zooms.contains(zoom) { keep(tally, places, cell: cell, zoom: zoom) }
        return tally
    }

    private mutating func add(_ places: Range<Int>, of cell: Int64, zoom: Int, to tally: inout Tally) {
        if places.count >= CrowdSums.fewest {
            let own = add(places, cell: cell, zoom: zoom)
            if places.count >= CrowdSumming.fewestAdded { return tally.add(own) }
        }
        add(places, to: &tally)
    }

    private func add(_ places: Range<Int>, to tally: inout Tally) {
        for place in places {
            let row = Int(rows[place])
            tally.add(row, of: columns, state: columns.traits(row).state)
        }
    }

    private mutating func keep(_ tally: borrowing Tally, _ places: Range<Int>, cell: Int64, zoom: Int) {
        let (first, last) = (Int(rows[places.lowerBound]), Int(rows[places.upperBound - 1]))
        let divided = TileGrid.dividingZoom(
            low: columns.key(first),
            high: columns.key(last),
            after: zoom - TileGrid.cellZooms
        )
        growing[zoom - CrowdSums.zooms.lowerBound]
            .keep(tally, places, cell: cell, divided: divided, symbols)
    }

    private func firstPlace(notBelow key: Int64, in places: Range<Int>) -> Int {
        places.firstPlace { columns.key(Int(rows[$0])) < key }
    }

    /// What was found, by zoom.
    func levels() -> [CrowdSums.Level] {
        growing.map { $0.level(stride: StateSlot.count + symbols.names.count) }
    }
}
