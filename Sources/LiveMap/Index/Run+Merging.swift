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
        let plan = MergePlan(older.table, without: olderDead, newer.table, without: newerDead)
        let olderRows = plan.rows(ofNewer: false, count: older.count)
        let newerRows = plan.rows(ofNewer: true, count: newer.count)
        let table = PinTable(
            older.table,
            newer.table,
            by: plan,
            olderRows: olderRows,
            newerRows: newerRows
        )
        var byNumber: [UInt32] = []
        byNumber.reserveCapacity(table.count)
        var left = older.byNumber.array.lazy.map { olderRows[Int($0)] }.filter { $0 != MergePlan.dropped }
            .makeIterator()
        var right = newer.byNumber.array.lazy.map { newerRows[Int($0)] }.filter { $0 != MergePlan.dropped }
            .makeIterator()
        var nextLeft = left.next()
        var nextRight = right.next()
        while let row = nextLeft {
            if let other = nextRight, table.numbers[Int(other)] < table.numbers[Int(row)] {
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
        self.init(table, byNumber: Column(byNumber), on: basis, symbols: symbols)
    }
}
