/// Some of a run's rows, in their order, with sums that tell at once what any stretch of them holds.
struct Selection: Sendable {
    let rows: Column<UInt32>
    let sums: CrowdSums
    /// Whether nothing is left out: a row is its own place.
    let isWhole: Bool

    /// The rows that fulfil a condition.
    init(of table: PinTable, symbols: SymbolTable, where isWanted: (Int) -> Bool) {
        var rows: [UInt32] = []
        for row in 0..<table.count where isWanted(row) { rows.append(UInt32(row)) }
        self.rows = Column(rows)
        isWhole = rows.count == table.count
        sums = CrowdSums(of: self.rows, in: table, symbols: symbols)
    }

    /// How many bytes it takes.
    var byteCount: Int { rows.byteCount + sums.byteCount }
}
