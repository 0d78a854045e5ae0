/// A run that is being walked in the order of keys.
struct Cursor {
    let tier: Int
    let columns: Columns
    /// The rows that are walked; nil for all.
    private let rows: [UInt32]?
    /// Tells what stretches hold; nil where each row has to be tested.
    private let sums: RunningSums?
    private let test: RowTest
    private let isTested: Bool
    private let dead: [UInt32]
    /// The next place to be walked.
    private(set) var position: Int
    /// The place after the last one.
    private let end: Int

    /// A walk over the rows of a tier whose keys lie in a range.
    init(_ tier: Tier, at index: Int, in keys: Range<Int64>, _ view: MapView, of snapshot: Snapshot, test: RowTest) {
        let run = tier.run
        self.tier = index
        columns = run.columns
        dead = tier.dead
        self.test = test
        let lower = columns.firstRow(notBelow: keys.lowerBound, in: 0..<columns.count)
        let range = lower..<columns.firstRow(notBelow: keys.upperBound, in: lower..<columns.count)
        guard let (selection, isExact) = run.selection(for: view, of: snapshot) else {
            rows = nil
            sums = nil
            isTested = true
            position = range.lowerBound
            end = range.upperBound
            return
        }
        let places = selection.places(of: range)
        rows = selection.rows
        isTested = !isExact
        sums = isTested ? nil : selection.sums
        position = places.lowerBound
        end = places.upperBound
    }

    /// How many rows are left to be looked at.
    var remaining: Int { end - position }

    /// The key at the present position; nil at the end.
    @inline(__always) var key: Int64? {
        position < end ? columns.keys[row(at: position)] : nil
    }

    @inline(__always)
    private func row(at place: Int) -> Int {
        if let rows { Int(rows[place]) } else { place }
    }

    /// Moves on to the first row whose key is not below `key`, and returns the places passed: by steps that double.
    mutating func pass(to key: Int64) -> Range<Int> {
        let start = position
        var low = position
        var step = 1
        while low + step <= end, columns.keys[row(at: low + step - 1)] < key {
            low += step
            step <<= 1
        }
        var high = min(low + step, end)
        while low < high {
            let middle = (low + high) >> 1
            if columns.keys[row(at: middle)] < key { low = middle + 1 } else { high = middle }
        }
        position = low
        return start..<low
    }
}

extension Cursor {
    /// Calls `body` with each row that is shown, of some places.
    @inline(__always)
    func forEachRow(at places: Range<Int>, _ body: (Int) -> Void) {
        guard !places.isEmpty else { return }
        var grave = dead.isEmpty ? 0 : dead.firstPlace(notBelow: UInt32(row(at: places.lowerBound)))
        for place in places {
            let row = row(at: place)
            while grave < dead.count, Int(dead[grave]) < row { grave += 1 }
            if grave < dead.count, Int(dead[grave]) == row { continue }
            if !isTested || test.admits(row, of: columns) { body(row) }
        }
    }

    /// Counts the rows that are shown, of some places: by sums where there are many and nothing is to be tested.
    func count(_ places: Range<Int>, into tally: inout Tally) {
        let first = (places.lowerBound + RunningSums.step - 1) / RunningSums.step
        let last = places.upperBound / RunningSums.step
        guard let sums, first < last else {
            forEachRow(at: places) { tally.add($0, of: columns, state: test.state($0, of: columns)) }
            return
        }
        forEachRow(at: places.lowerBound..<first * RunningSums.step) { tally.add($0, of: columns) }
        tally.add(sums, from: first, to: last)
        forEachRow(at: last * RunningSums.step..<places.upperBound) { tally.add($0, of: columns) }
        guard !dead.isEmpty else { return }
        let lowest = row(at: first * RunningSums.step)
        let highest = row(at: last * RunningSums.step - 1)
        var grave = dead.firstPlace(notBelow: UInt32(lowest))
        while grave < dead.count, Int(dead[grave]) <= highest {
            let row = Int(dead[grave])
            if test.admits(row, of: columns) { tally.remove(row, of: columns) }
            grave += 1
        }
    }

    /// The lowest key that is shown, of some places; nil if nothing is.
    func lowestKey(at places: Range<Int>) -> Int64? {
        places.lazy.map { row(at: $0) }.first { isShown($0) }.map { columns.keys[$0] }
    }

    /// The highest key that is shown, of some places; nil if nothing is.
    func highestKey(at places: Range<Int>) -> Int64? {
        places.reversed().lazy.map { row(at: $0) }.first { isShown($0) }.map { columns.keys[$0] }
    }

    private func isShown(_ row: Int) -> Bool {
        if !dead.isEmpty {
            let grave = dead.firstPlace(notBelow: UInt32(row))
            if grave < dead.count, Int(dead[grave]) == row { return false }
        }
        return !isTested || test.admits(row, of: columns)
    }
}

extension Run {
    /// The rows that a view can have to do with, and whether it shows just these; nil where nothing is ready for it.
    fileprivate func selection(for view: MapView, of snapshot: Snapshot) -> (Selection, isExact: Bool)? {
        guard view.viewer == .everyone, generation == snapshot.basis.generation else { return nil }
        guard view.filter.evening == nil, view.filter.states == .usual, view.day == snapshot.basis.day else {
            return (everything, view.filter == .everything)
        }
        return (usual, view.filter == .usual)
    }
}
