/// A walk along the crowded cells of one zoom, beside the walk over the rows.
@safe struct CrowdWalk {
    private let cells: UnsafePointer<Int64>
    private let starts: UnsafePointer<UInt32>
    private let ends: UnsafePointer<UInt32>
    private let marks: UnsafePointer<CrowdSums.Mark>
    private let states: UnsafePointer<UInt32>
    private let counted: UnsafePointer<UInt32>
    private let across: UnsafePointer<UInt64>
    private let down: UnsafePointer<UInt64>
    private let counts: UnsafePointer<UInt32>
    private let count: Int
    /// How many counts a cell has: by state, then by category.
    let stride: Int
    /// The next crowded cell, by its place among them.
    private var index = 0

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

    /// Goes to the first cell whose pins lie at a place or after it.
    mutating func begin(at place: Int) {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) >> 1
            if unsafe Int(starts[middle]) < place { low = middle + 1 } else { high = middle }
        }
        index = low
    }

    /// Goes on to the first crowded cell that is not before a cell, by steps that double.
    ///
    /// Returns where, out of some places, the first pin is that does not lie before the cell.
    @inline(__always)
    mutating func pass(to cell: Int64, from position: Int, to end: Int) -> Range<Int> {
        var low = index
        var step = 1
        while low + step <= count, unsafe cells[low + step - 1] < cell {
            low += step
            step <<= 1
        }
        var high = min(low + step, count)
        while low < high {
            let middle = (low + high) >> 1
            if unsafe cells[middle] < cell { low = middle + 1 } else { high = middle }
        }
        index = low
        let first = low > 0 ? min(end, max(position, unsafe Int(ends[low - 1]))) : position
        let last = low < count ? min(end, unsafe Int(starts[low])) : end
        return first..<max(first, last)
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

    /// The crowded cell after the one that the walk has come to, if its pins begin at a place.
    @inline(__always)
    func cell(startingAt place: Int) -> Int64? {
        guard index + 1 < count, unsafe Int(starts[index + 1]) == place else { return nil }
        return unsafe cells[index + 1]
    }

    /// What the cell that the walk has come to is drawn as.
    @inline(__always) var mark: CrowdSums.Mark { unsafe marks[index] }

    /// Calls `body` with each state of that cell, and how many there are of it.
    @inline(__always)
    func forEachState(_ body: (_ index: Int, _ count: UInt32) -> Void) {
        for place in unsafe Int(marks[index].states)..<Int(marks[index + 1].states) {
            let packed = unsafe states[place]
            body(Int(packed & 31), packed >> 5)
        }
    }

    /// Whether that cell's counts are kept.
    @inline(__always) var isCounted: Bool { unsafe counted[index] != CrowdSums.Level.uncounted }

    /// What that cell, which has to be counted, adds up to: the sums of its columns and rows, and its counts.
    @inline(__always) var sums: (across: UInt64, down: UInt64, counts: UnsafePointer<UInt32>) {
        let place = unsafe Int(counted[index])
        return unsafe (across[place], down[place], counts + place * stride)
    }
}
