/// Some of a run's rows, in their order, with sums that tell at once what any stretch of them holds.
struct Selection: Sendable {
    let rows: [UInt32]
    let sums: RunningSums

    /// The rows that fulfil a condition.
    init(of columns: Columns, categories: Int, where isWanted: (Int) -> Bool) {
        var rows: [UInt32] = []
        // Counted first, so that the array is no larger than it has to be.
        rows.reserveCapacity((0..<columns.count).count { isWanted($0) })
        for row in 0..<columns.count where isWanted(row) { rows.append(UInt32(row)) }
        self.rows = rows
        sums = RunningSums(of: rows, in: columns, categories: categories)
    }

    /// The places whose rows lie within some rows.
    func places(of wanted: Range<Int>) -> Range<Int> {
        // Where nothing is left out, as on most maps, a row is its own place.
        guard rows.count != (rows.last.map { Int($0) + 1 } ?? 0) else {
            return min(wanted.lowerBound, rows.count)..<min(wanted.upperBound, rows.count)
        }
        let lower = firstPlace(notBefore: wanted.lowerBound)
        return lower..<max(lower, firstPlace(notBefore: wanted.upperBound))
    }

    private func firstPlace(notBefore row: Int) -> Int {
        var low = 0
        var high = rows.count
        while low < high {
            let middle = (low + high) >> 1
            if Int(rows[middle]) < row { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
