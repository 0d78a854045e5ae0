import Geography

/// The cells of a tile that hold something, one after the other, over all runs of a snapshot.
struct CellWalk {
    /// What of one cursor lies in the present cell.
    private struct Share {
        let cursor: Int
        let places: Range<Int>
    }

    private var cursors: [Cursor]
    private let shift: Int64
    private let snapshot: Snapshot
    private var shares: [Share] = []
    private(set) var cell: Int64 = 0
    private(set) var tally: Tally
    /// What the present cell holds, if `gather` was asked for it.
    private(set) var members: [PinPlace] = []

    init(_ tile: Tile, of snapshot: Snapshot, _ view: MapView, test: RowTest) {
        shift = TileGrid.shift(at: tile.zoom)
        self.snapshot = snapshot
        let keys = tile.mortonRange
        cursors = snapshot.tiers.enumerated().compactMap { index, tier in
            let cursor = Cursor(tier, at: index, in: keys, view, of: snapshot, test: test)
            return cursor.remaining > 0 ? cursor : nil
        }
        tally = Tally(categories: snapshot.symbols.categories.names.count)
    }

    /// How many pins there are at most.
    var remaining: Int { cursors.reduce(0) { $0 + $1.remaining } }

    /// Goes on to the next cell in which any row lies; false at the end.
    mutating func next() -> Bool {
        var nearest: Int64?
        for cursor in cursors {
            if let key = cursor.key { nearest = min(nearest ?? .max, key >> shift) }
        }
        guard let nearest else { return false }
        enter(nearest)
        return true
    }

    /// Goes on to a cell that comes after the present one; false if no row lies in it.
    mutating func skip(to cell: Int64) -> Bool {
        for index in cursors.indices { _ = cursors[index].pass(to: cell << shift) }
        enter(cell)
        return !shares.isEmpty
    }

    private mutating func enter(_ cell: Int64) {
        self.cell = cell
        shares.removeAll(keepingCapacity: true)
        for index in cursors.indices {
            guard let key = cursors[index].key, key >> shift == cell else { continue }
            shares.append(Share(cursor: index, places: cursors[index].pass(to: (cell + 1) << shift)))
        }
    }

    /// How many rows lie in the cell, those included that may turn out not to be shown.
    var mostMembers: Int { shares.reduce(0) { $0 + $1.places.count } }

    /// Adds up what is shown of the cell, in `tally`.
    mutating func count() {
        tally.reset()
        for share in shares { cursors[share.cursor].count(share.places, into: &tally) }
    }

    /// Collects what is shown of the cell, in `members`, in the index's order.
    mutating func gather() {
        members.removeAll(keepingCapacity: true)
        for share in shares {
            let cursor = cursors[share.cursor]
            cursor.forEachRow(at: share.places) {
                members.append(PinPlace(tier: Int32(cursor.tier), row: UInt32($0)))
            }
        }
        if shares.count > 1 { members.sort { snapshot.precedes($0, $1) } }
    }

    /// The lowest and the highest key of what is shown of the cell.
    func extremes() -> (low: Int64, high: Int64) {
        var low = Int64.max
        var high = Int64.min
        for share in shares {
            low = min(low, cursors[share.cursor].lowestKey(at: share.places) ?? .max)
            high = max(high, cursors[share.cursor].highestKey(at: share.places) ?? .min)
        }
        return (low, high)
    }
}

extension Snapshot {
    /// The order of the index.
    fileprivate func precedes(_ left: PinPlace, _ right: PinPlace) -> Bool {
        let one = tiers[Int(left.tier)].run.columns
        let other = tiers[Int(right.tier)].run.columns
        let keys = (one.keys[Int(left.row)], other.keys[Int(right.row)])
        return keys.0 == keys.1
            ? one.numbers[Int(left.row)] < other.numbers[Int(right.row)] : keys.0 < keys.1
    }
}
