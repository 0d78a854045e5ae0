/// A walk along buried rows, beside the walk over the rows.
@safe struct GraveWalk {
    private let rows: UnsafePointer<UInt32>
    private let count: Int
    private var position = 0
    /// The next buried row; no row is this high where none is left.
    private var next: Int

    /// The column has to outlive the walk.
    init(_ column: Column<UInt32>) {
        unsafe rows = column.start
        count = column.count
        next = column.count > 0 ? Int(column[0]) : .max
    }

    /// Whether there is no grave at all.
    var isEmpty: Bool { count == 0 }

    /// Whether a row is buried.
    @inline(__always)
    mutating func holds(_ row: Int) -> Bool {
        // Rows are mostly asked for in ascending order, with gaps.
        if row < next { return position > 0 && row <= previous ? seek(row) : false }
        if row == next { return true }
        return seek(row)
    }

    private var previous: Int { unsafe Int(rows[position - 1]) }

    private mutating func seek(_ row: Int) -> Bool {
        let low = (0..<count).firstPlace { unsafe Int(rows[$0]) < row }
        position = low
        next = low < count ? unsafe Int(rows[low]) : .max
        return next == row
    }

    /// Whether no row of a range is buried.
    @inline(__always)
    mutating func holdsNone(of wanted: ClosedRange<Int>) -> Bool {
        if wanted.upperBound < next, position == 0 || previous < wanted.lowerBound { return true }
        _ = seek(wanted.lowerBound)
        return wanted.upperBound < next
    }

    /// Calls `body` with each buried row of a range.
    mutating func forEach(in wanted: ClosedRange<Int>, _ body: (Int) -> Void) {
        guard count > 0 else { return }
        _ = seek(wanted.lowerBound)
        while next <= wanted.upperBound, position < count {
            body(next)
            position += 1
            next = position < count ? unsafe Int(rows[position]) : .max
        }
    }
}
