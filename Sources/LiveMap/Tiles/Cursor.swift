/// A run that is being walked in the order of keys.
@safe struct Cursor {
    let tier: Int
    let columns: PinRows
    /// The rows that are walked; nil for all.
    private let rows: UnsafePointer<UInt32>?
    /// The crowded cells, whose sums are known; none where each row has to be tested.
    private(set) var crowds: CrowdWalk
    private let isTested: Bool
    /// The next place to be walked.
    private(set) var position: Int
    /// The place after the last one.
    private let end: Int
    private var settledGraves: GraveWalk
    private var recentGraves: GraveWalk

    /// A walk over the rows of a tier whose keys lie in a range; the snapshot has to outlive it.
    init(_ tier: Tier, at index: Int, in keys: Range<Int64>, _ view: MapView, of basis: Basis, cellZoom: Int)
    {
        let run = tier.run
        self.tier = index
        columns = PinRows(run.table)
        settledGraves = GraveWalk(tier.graves.settled)
        recentGraves = GraveWalk(tier.graves.recent)
        let lower = run.table.firstRow(notBelow: keys.lowerBound, in: 0..<run.count)
        let range = lower..<run.table.firstRow(notBelow: keys.upperBound, in: lower..<run.count)
        guard let use = run.use(for: view, of: basis) else {
            unsafe rows = nil
            crowds = CrowdWalk(.none, from: 0)
            isTested = true
            position = range.lowerBound
            end = range.upperBound
            return
        }
        let places = use.selection.places(of: range)
        unsafe rows = use.selection.isWhole ? nil : use.selection.rows.start
        isTested = !use.isExact
        position = places.lowerBound
        end = places.upperBound
        crowds = CrowdWalk(
            use.isExact ? use.selection.sums.level(at: cellZoom) : .none,
            from: places.lowerBound
        )
    }

    /// How many rows are left to be looked at.
    var remaining: Int { end - position }

    /// The key at the present position; `Int64.max` at the end.
    @inline(__always) var key: Int64 {
        position < end ? columns.key(row(at: position)) : .max
    }

    @inline(__always)
    func row(at place: Int) -> Int {
        if let rows = unsafe rows { Int(unsafe rows[place]) } else { place }
    }

    /// Moves on to the first row whose key is not below `key`, and returns the places passed: by steps that double.
    @inline(__always)
    mutating func pass(to key: Int64) -> Range<Int> {
        let start = position
        var low = position
        var step = 1
        while low + step <= end, columns.key(row(at: low + step - 1)) < key {
            low += step
            step <<= 1
        }
        var high = min(low + step, end)
        while low < high {
            let middle = (low + high) >> 1
            if columns.key(row(at: middle)) < key { low = middle + 1 } else { high = middle }
        }
        position = low
        return start..<low
    }

    /// Moves on to the end, and returns the places passed.
    mutating func passAll() -> Range<Int> {
        defer { position = end }
        return position..<end
    }

    /// Moves on past a cell, and returns its places, and whether `crowds` has its sums.
    @inline(__always)
    mutating func pass(_ cell: Int64, shift: Int64) -> (places: Range<Int>, isCrowded: Bool) {
        guard let crowdEnd = crowds.end(of: cell) else { return (pass(to: (cell + 1) << shift), false) }
        let start = position
        position = crowdEnd
        return (start..<crowdEnd, true)
    }

    /// Calls `body` with each row that is shown, of some places.
    ///
    /// Buried rows are found by walking along, so places are best asked for in ascending order.
    @inline(__always)
    mutating func forEachRow(at places: Range<Int>, passing test: borrowing RowTest, _ body: (Int) -> Void) {
        for place in places {
            let row = row(at: place)
            if settledGraves.holds(row) || recentGraves.holds(row) { continue }
            if !isTested || test.admits(row, of: columns) { body(row) }
        }
    }

    /// Calls `body` with each buried row that would be shown, of some places.
    mutating func forEachBuried(at places: Range<Int>, passing test: borrowing RowTest, _ body: (Int) -> Void)
    {
        guard !places.isEmpty else { return }
        let rows = row(at: places.lowerBound)...row(at: places.upperBound - 1)
        settledGraves.forEach(in: rows) { if test.admits($0, of: columns) { body($0) } }
        recentGraves.forEach(in: rows) { if test.admits($0, of: columns) { body($0) } }
    }
}

/// What of a run a view has to do with, and whether it shows just that.
private struct RunUse {
    let selection: Selection
    let isExact: Bool
}

extension Run {
    /// Nil where nothing is made ready for the view: every row has to be tested.
    fileprivate func use(for view: MapView, of basis: Basis) -> RunUse? {
        guard view.viewer == .everyone, generation == basis.generation else { return nil }
        guard view.filter.evening == nil, view.filter.states == .usual, view.day == basis.day else {
            return RunUse(selection: everything, isExact: view.filter == .everything)
        }
        return RunUse(selection: usual, isExact: view.filter == .usual)
    }
}
