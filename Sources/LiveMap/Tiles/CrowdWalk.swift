/// A walk along the crowded cells of one zoom, beside the walk over the rows.
@safe struct CrowdWalk: @unchecked Sendable {
    // Invariant: the addresses are those of columns, which are never written to.
    private let cells: UnsafePointer<Int64>
    private let starts: UnsafePointer<UInt32>
    private let ends: UnsafePointer<UInt32>
    private let marks: UnsafePointer<CrowdSums.Mark>
    private let states: UnsafePointer<StateCount>
    private let counted: UnsafePointer<UInt32>
    private let across: UnsafePointer<UInt64>
    private let down: UnsafePointer<UInt64>
    private let counts: UnsafePointer<UInt32>
    private let count: Int
    /// How many counts a cell has: by state, then by category.
    let stride: Int
    /// The next crowded cell, by its place among them.
    private var index = 0

    /// A walk along no cells.
    static let none = CrowdWalk(.none)

    /// The level has to outlive the walk.
    init(_ level: CrowdSums.Level) {
        unsafe cells = level.cells.start
        unsafe starts = level.starts.start
        unsafe ends = level.ends.start
        unsafe marks = level.marks.start
        unsafe states = level.states.start
        unsafe counted = level.counted.start
        unsafe across = level.across.start
        unsafe down = level.down.start
        unsafe counts = level.counts.start
        count = level.cells.count
        stride = level.stride
    }

    /// Begins with the first crowded cell that is not before a cell.
    ///
    /// Returns where, out of so many places, the first pin is that does not lie before the cell.
    mutating func begin(at cell: Int64, of places: Int) -> Range<Int> {
        index = (0..<count).firstPlace { unsafe cells[$0] < cell }
        return self.places(before: index, in: 0..<places)
    }

    /// Goes on to the first crowded cell that is not before a cell, and returns the same, out of some places.
    @inline(__always)
    mutating func pass(to cell: Int64, in places: Range<Int>) -> Range<Int> {
        index = nextIndex(notBefore: cell)
        return self.places(before: index, in: places)
    }

    /// The same without going on.
    func look(for cell: Int64, in places: Range<Int>) -> Range<Int> {
        self.places(before: nextIndex(notBefore: cell), in: places)
    }

    @inline(__always)
    private func nextIndex(notBefore cell: Int64) -> Int {
        (index..<count).nextPlace { unsafe cells[$0] < cell }
    }

    /// Where pins lie that are in no crowded cell, between the crowded one at `index` and the one before.
    @inline(__always)
    private func places(before index: Int, in places: Range<Int>) -> Range<Int> {
        let before = index > 0 ? unsafe Int(ends[index - 1]) : places.lowerBound
        let after = index < count ? unsafe Int(starts[index]) : places.upperBound
        let first = min(max(before, places.lowerBound), places.upperBound)
        return first..<max(first, min(after, places.upperBound))
    }

    /// The place after a cell's pins; nil if it is not crowded.
    ///
    /// Cells have to be asked for in ascending order.
    @inline(__always)
    mutating func end(of cell: Int64) -> Int? {
        while index < count, unsafe cells[index] < cell { index += 1 }
        guard index < count, unsafe cells[index] == cell else { return nil }
        return unsafe Int(ends[index])
    }

    /// The crowded cell that the walk has come to, or the next one, if its pins begin at a place.
    @inline(__always)
    func cell(startingAt place: Int) -> Int64? {
        for index in index..<min(index + 2, count) where unsafe Int(starts[index]) == place {
            return unsafe cells[index]
        }
        return nil
    }

    /// What the cell that the walk has come to is drawn as.
    @inline(__always) var mark: CrowdSums.Mark { unsafe marks[index] }

    /// The states in that cell.
    @inline(__always) var presentStates: UnsafeBufferPointer<StateCount> {
        let (first, last) = unsafe (Int(marks[index].states), Int(marks[index + 1].states))
        return unsafe UnsafeBufferPointer(start: states + first, count: last - first)
    }

    /// Whether that cell's counts are kept.
    @inline(__always) var isCounted: Bool { unsafe counted[index] != CrowdSums.Level.uncounted }

    /// What that cell, which has to be counted, adds up to: the sums of its columns and rows, and its counts.
    @inline(__always) var sums: (across: UInt64, down: UInt64, counts: UnsafePointer<UInt32>) {
        let place = unsafe Int(counted[index])
        return unsafe (across[place], down[place], counts + place * stride)
    }
}
