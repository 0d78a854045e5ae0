/// A walk along the crowded cells of one zoom, beside the walk over the rows.
@safe struct CrowdWalk {
    private let cells: UnsafePointer<Int64>
    private let ends: UnsafePointer<UInt32>
    private let across: UnsafePointer<UInt64>
    private let down: UnsafePointer<UInt64>
    private let counts: UnsafePointer<UInt32>
    private let count: Int
    /// How many counts a cell has: by state, then by category.
    let stride: Int
    /// The next crowded cell, by its place among them.
    private(set) var index: Int

    /// Begins at the first cell whose pins lie at a place or after it; the level has to outlive the walk.
    init(_ level: CrowdSums.Level, from place: Int) {
        unsafe cells = level.cells.start
        unsafe ends = level.ends.start
        unsafe across = level.across.start
        unsafe down = level.down.start
        unsafe counts = level.counts.start
        count = level.cells.count
        stride = level.stride
        index = level.starts.firstPlace(notBelow: UInt32(place))
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

    /// What the cell that the walk has come to holds: the sums of its columns and rows, and its counts.
    @inline(__always) var sums: (across: UInt64, down: UInt64) { (unsafe across[index], unsafe down[index]) }
    @inline(__always) var presentCounts: UnsafePointer<UInt32> { unsafe counts + index * stride }
}
