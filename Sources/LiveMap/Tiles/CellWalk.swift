import Geography

/// The cells of a tile that hold something, one after the other, over all runs of a snapshot.
///
/// One walk serves several tiles of a zoom in turn.
struct CellWalk: ~Copyable {
    private let snapshot: Snapshot
    private let test: RowTest
    private let shift: Int64
    private var cursors: [Cursor]
    private(set) var cell: Int64 = 0
    /// How many rows lie in the cell, those included that may turn out not to be shown.
    private(set) var mostMembers = 0
    private(set) var tally: Tally

    init(_ snapshot: Snapshot, _ view: MapView, test: RowTest, zoom: Int) {
        self.snapshot = snapshot
        self.test = test
        shift = TileGrid.shift(at: zoom)
        cursors = snapshot.tiers.enumerated().map { index, tier in
            Cursor(tier, at: index, view, of: snapshot.basis, cellZoom: zoom + TileGrid.cellZooms)
        }
        tally = Tally(categories: snapshot.symbols.categories.names.count)
    }

    /// Begins with a tile of the zoom.
    mutating func begin(_ tile: Tile) {
        let keys = tile.mortonRange
        let cells = keys.lowerBound >> shift..<keys.upperBound >> shift
        for index in cursors.indices { cursors[index].begin(cells, shift: shift) }
    }

    /// The categories that are counted.
    var categories: SymbolTable { snapshot.symbols.categories }

    /// How many pins there are at most in what is left of the tile.
    var remaining: Int { cursors.reduce(0) { $0 + $1.remaining } }

    /// Goes on to the next cell in which any row lies; false at the end.
    mutating func next() -> Bool {
        var nearest = Int64.max
        for index in cursors.indices { nearest = min(nearest, cursors[index].key) }
        guard nearest < .max else { return false }
        enter(nearest >> shift)
        return true
    }

    /// Goes on to a cell that comes after the present one; false if no row lies in it.
    mutating func skip(to cell: Int64) -> Bool {
        for index in cursors.indices { cursors[index].pass(to: cell, shift: shift) }
        enter(cell)
        return mostMembers > 0
    }

    private mutating func enter(_ cell: Int64) {
        self.cell = cell
        mostMembers = 0
        for index in cursors.indices {
            cursors[index].enter(cell, shift: shift)
            mostMembers += cursors[index].present.count
        }
    }

    /// Where it is known beforehand what the cell is drawn as; nil if it has to be counted.
    @inline(__always)
    mutating func knownCrowd() -> CrowdWalk? {
        guard let index = cursors.indices.first(where: { !cursors[$0].present.isEmpty }),
            cursors[index].isCrowded, cursors[index].present.count == mostMembers, cursors[index].isWhole
        else { return nil }
        return cursors[index].crowds
    }

    /// How many pins are shown of the cell.
    mutating func countMembers() -> Int {
        var count = 0
        for index in cursors.indices { count += cursors[index].countPresent(passing: test) }
        return count
    }

    /// Adds up what is shown of the cell, in `tally`.
    mutating func count() {
        tally.reset()
        for index in cursors.indices where !cursors[index].present.isEmpty { count(index) }
    }

    private mutating func count(_ index: Int) {
        let columns = cursors[index].columns
        let present = cursors[index].present
        guard cursors[index].isCrowded, cursors[index].crowds.isCounted else {
            var (first, last) = (-1, -1)
            cursors[index].forEachRow(at: present, passing: test) { row in
                if first < 0 { first = row }
                last = row
                tally.add(row, of: columns, state: test.state(row, of: columns))
            }
            if first >= 0 { tally.reach(from: columns.key(first), to: columns.key(last)) }
            return
        }
        tally.add(present.count, of: cursors[index].crowds)
        cursors[index].forEachBuried(passing: test) { tally.remove($0, of: columns) }
        if let first = firstShown(index, present), let last = firstShown(index, present.reversed()) {
            tally.reach(from: first, to: last)
        }
    }

    /// The key of the first of some places that is shown.
    private mutating func firstShown(_ index: Int, _ places: some Sequence<Int>) -> Int64? {
        let columns = cursors[index].columns
        for place in places {
            var key: Int64?
            cursors[index].forEachRow(at: place..<place + 1, passing: test) { key = columns.key($0) }
            if let key { return key }
        }
        return nil
    }

    /// Appends what is shown of the cell, in the index's order.
    mutating func gather(into pins: inout [PinPlace]) {
        let start = pins.count
        var contributors = 0
        for index in cursors.indices where !cursors[index].present.isEmpty {
            let before = pins.count
            let tier = Int32(truncatingIfNeeded: cursors[index].tier)
            cursors[index].forEachRow(at: cursors[index].present, passing: test) { row in
                pins.append(PinPlace(tier: tier, row: UInt32(truncatingIfNeeded: row)))
            }
            contributors += pins.count > before ? 1 : 0
        }
        if contributors > 1 { pins[start...].sort { snapshot.precedes($0, $1) } }
    }

    /// Appends what is shown of all cells that are left, in the index's order, and comes to the end.
    mutating func gatherAll(into pins: inout [PinPlace]) {
        for index in cursors.indices { cursors[index].enterAll() }
        gather(into: &pins)
    }
}

extension Snapshot {
    /// The order of the index.
    fileprivate func precedes(_ left: PinPlace, _ right: PinPlace) -> Bool {
        let one = tiers[Int(left.tier)].run.table
        let other = tiers[Int(right.tier)].run.table
        let keys = (one.keys[Int(left.row)], other.keys[Int(right.row)])
        return keys.0 == keys.1
            ? one.numbers[Int(left.row)] < other.numbers[Int(right.row)] : keys.0 < keys.1
    }
}
