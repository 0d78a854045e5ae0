/// Some of a run's rows, in their order, with sums that tell at once what any stretch of them holds.
struct Selection: Sendable {
    let rows: Column<UInt32>
    let sums: RunningSums

    /// The rows that fulfil a condition.
    init(of table: PinTable, categories: Int, where isWanted: (Int) -> Bool) {
        var rows: [UInt32] = []
        for row in 0..<table.count where isWanted(row) { rows.append(UInt32(row)) }
        self.rows = Column(rows)
        sums = RunningSums(of: self.rows, in: table, categories: categories)
    }

    /// The places whose rows lie within some rows.
    func places(of wanted: Range<Int>) -> Range<Int> {
        // Where nothing is left out, as on most maps, a row is its own place.
        guard let last = rows.count > 0 ? Int(rows[rows.count - 1]) : nil, rows.count != last + 1 else {
            return min(wanted.lowerBound, rows.count)..<min(wanted.upperBound, rows.count)
        }
        let lower = rows.firstPlace(notBelow: UInt32(wanted.lowerBound))
        return lower..<max(lower, rows.firstPlace(notBelow: UInt32(wanted.upperBound)))
    }

    /// How many bytes it takes.
    var byteCount: Int { rows.byteCount + sums.byteCount }
}
