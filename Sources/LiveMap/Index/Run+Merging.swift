extension Run {
    /// One run of two, without the rows that are dead; the newer one's pins are as good as the older one's.
    convenience init(
        merging older: Run,
        without olderDead: [UInt32],
        _ newer: Run,
        without newerDead: [UInt32],
        on basis: Basis,
        symbols: Symbols
    ) {
        let plan = MergePlan(older.columns, without: olderDead, newer.columns, without: newerDead)
        let olderRows = plan.rows(ofNewer: false, count: older.count)
        let newerRows = plan.rows(ofNewer: true, count: newer.count)
        let columns = Columns(
            older.columns,
            newer.columns,
            by: plan,
            olderRows: olderRows,
            newerRows: newerRows
        )
        var byNumber: [UInt32] = []
        byNumber.reserveCapacity(columns.count)
        var left = older.byNumber.lazy.map { olderRows[Int($0)] }.filter { $0 != MergePlan.dropped }
            .makeIterator()
        var right = newer.byNumber.lazy.map { newerRows[Int($0)] }.filter { $0 != MergePlan.dropped }
            .makeIterator()
        var nextLeft = left.next()
        var nextRight = right.next()
        while let row = nextLeft {
            if let other = nextRight, columns.numbers[Int(other)] < columns.numbers[Int(row)] {
                byNumber.append(other)
                nextRight = right.next()
            } else {
                byNumber.append(row)
                nextLeft = left.next()
            }
        }
        while let other = nextRight {
            byNumber.append(other)
            nextRight = right.next()
        }
        self.init(columns, byNumber: byNumber, on: basis, symbols: symbols)
    }
}
