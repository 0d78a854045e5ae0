/// A run that is being walked in the order of keys.
@safe struct Cursor {
    let tier: Int
    let columns: PinRows
    /// The rows that are walked; nil for all.
    private let rows: UnsafePointer<UInt32>?
    private let count: Int
    /// The crowded cells, of which it is known what they hold; none where each row has to be tested.
    private(set) var crowds: CrowdWalk
    private let isTested: Bool
    /// The next place to be walked.
    private var position = 0
    /// The place after the last one.
    private var end = 0
    /// The key at the present position, or the lowest one of its cell; `Int64.max` at the end.
    private(set) var key = Int64.max
    /// What of the run lies in the cell that the walk has come to.
    private(set) var present = 0..<0
    /// Whether `crowds` knows that cell.
    private(set) var isCrowded = false
    private var settledGraves: GraveWalk
    private var recentGraves: GraveWalk

    /// A walk over the rows of a tier; the snapshot has to outlive it.
    init(_ tier: Tier, at index: Int, _ view: MapView, of basis: Basis, cellZoom: Int) {
        let run = tier.run
        self.tier = index
        columns = run.columns
        settledGraves = GraveWalk(tier.graves.settled)
        recentGraves = GraveWalk(tier.graves.recent)
        guard let use = run.use(for: view, of: basis) else {
            unsafe rows = nil
            count = run.count
            crowds = .none
            isTested = true
            return
        }
        unsafe rows = use.selection.isWhole ? nil : use.selection.rows.start
        count = use.selection.rows.count
        isTested = !use.isExact
        crowds = use.isExact ? use.selection.sums.walk(at: cellZoom) : .none
    }

    /// Begins a walk over the rows of some cells.
    mutating func begin(_ cells: Range<Int64>, shift: Int64) {
        // Crowds lie in order as pins do, and are fewer.
        let start = crowds.begin(at: cells.lowerBound, of: count)
        let low = start.firstPlace { columns.key(row(at: $0)) < cells.lowerBound << shift }
        let last = crowds.look(for: cells.upperBound, in: low..<count)
        end = nextPlace(notBelow: cells.upperBound << shift, in: last)
        move(to: low, shift: shift)
        present = low..<low
    }

    /// How many rows are left to be looked at.
    var remaining: Int { end - position }

    @inline(__always)
    func row(at place: Int) -> Int {
        if let rows = unsafe rows { Int(unsafe rows[place]) } else { place }
    }

    /// Where crowds follow one another, no pin need be looked at to know which cell comes next.
    @inline(__always)
    private mutating func move(to place: Int, shift: Int64) {
        position = place
        if place >= end {
            key = .max
        } else if let cell = crowds.cell(startingAt: place) {
            key = cell << shift
        } else {
            key = columns.key(row(at: place))
        }
    }

    /// The first of some places whose key is not below `key`, probably one of the first.
    @inline(__always)
    private func nextPlace(notBelow key: Int64, in places: Range<Int>) -> Int {
        places.nextPlace { columns.key(row(at: $0)) < key }
    }

    /// Moves on to the first row that does not lie before a cell.
    @inline(__always)
    mutating func pass(to cell: Int64, shift: Int64) {
        let first = cell << shift
        guard key < first else { return }
        move(to: nextPlace(notBelow: first, in: crowds.pass(to: cell, in: position..<end)), shift: shift)
    }

    /// Moves on to the end; all that was left is present.
    mutating func enterAll() {
        present = position..<end
        isCrowded = false
        position = end
        key = .max
    }

    /// Moves on past a cell, whose rows are then present.
    @inline(__always)
    mutating func enter(_ cell: Int64, shift: Int64) {
        let start = position
        let next = (cell + 1) << shift
        if key >= next {
            present = start..<start
        } else if let crowdEnd = crowds.end(of: cell) {
            isCrowded = true
            present = start..<crowdEnd
            move(to: crowdEnd, shift: shift)
        } else {
            isCrowded = false
            let cellEnd = nextPlace(notBelow: next, in: start..<end)
            present = start..<cellEnd
            move(to: cellEnd, shift: shift)
        }
    }

    /// Calls `body` with each row that is shown, of some places.
    ///
    /// Buried rows are found by walking along, so places are best asked for in ascending order.
    @inline(__always)
    mutating func forEachRow(at places: Range<Int>, passing test: borrowing RowTest, _ body: (Int) -> Void) {
        if places.isEmpty { return }
        let mayBeBuried = !isWhole(at: places)
        if isTested {
            let (rows, columns) = unsafe (rows, columns)
            unsafe test.forEachShown(places, rows, of: columns) { row in
                if !mayBeBuried || !isBuried(row) { body(row) }
            }
        } else {
            for place in places {
                let row = row(at: place)
                if !mayBeBuried || !isBuried(row) { body(row) }
            }
        }
    }

    @inline(__always)
    private mutating func isBuried(_ row: Int) -> Bool {
        settledGraves.holds(row) || recentGraves.holds(row)
    }

    /// Calls `body` with each buried row that would be shown, of those present.
    mutating func forEachBuried(passing test: borrowing RowTest, _ body: (Int) -> Void) {
        guard !present.isEmpty else { return }
        let rows = row(at: present.lowerBound)...row(at: present.upperBound - 1)
        settledGraves.forEach(in: rows) { if test.shows($0, of: columns) { body($0) } }
        recentGraves.forEach(in: rows) { if test.shows($0, of: columns) { body($0) } }
    }

    /// How many of the present rows are shown.
    mutating func countPresent(passing test: borrowing RowTest) -> Int {
        if !isTested, isWhole { return present.count }
        var count = 0
        forEachRow(at: present, passing: test) { _ in count += 1 }
        return count
    }

    /// Whether none of the present rows is buried.
    @inline(__always) var isWhole: Bool {
        mutating get { present.isEmpty || isWhole(at: present) }
    }

    @inline(__always)
    private mutating func isWhole(at places: Range<Int>) -> Bool {
        // Of a run that nothing is buried in, rows need not be looked up.
        if settledGraves.isEmpty, recentGraves.isEmpty { return true }
        let rows = row(at: places.lowerBound)...row(at: places.upperBound - 1)
        return settledGraves.holdsNone(of: rows) && recentGraves.holdsNone(of: rows)
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
        if view.filter == .everything { return RunUse(selection: everything, isExact: true) }
        guard view.filter.evening == nil, view.filter.states == .usual, view.day == basis.day else {
            return nil
        }
        return RunUse(selection: usual, isExact: view.filter == .usual)
    }
}
