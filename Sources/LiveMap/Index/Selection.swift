/// Some of a run's rows, in their order, with sums that tell at once what any stretch of them holds.
struct Selection: Sendable {
    let rows: Column<UInt32>
    let sums: CrowdSums
    /// Whether nothing is left out: a row is its own place.
    let isWhole: Bool

    /// The rows that fulfil a condition.
    init(of table: PinTable, categories: Int, where isWanted: (Int) -> Bool) {
        var rows: [UInt32] = []
        for row in 0..<table.count where isWanted(row) { rows.append(UInt32(row)) }
        self.rows = Column(rows)
        isWhole = rows.count == table.count
        sums = CrowdSums(of: self.rows, in: table, categories: categories)
    }

    /// The places whose rows lie within some rows.
    func places(of wanted: Range<Int>) -> Range<Int> {
        if isWhole { return wanted }
        let lower = rows.firstPlace(notBelow: UInt32(wanted.lowerBound))
        return lower..<max(lower, rows.firstPlace(notBelow: UInt32(wanted.upperBound)))
    }

    /// How many bytes it takes.
    var byteCount: Int { rows.byteCount + sums.byteCount }
}
