/// Some of a run's rows, in their order, with sums that tell at once what any stretch of them holds.
struct Selection: Sendable {
    let rows: Column<UInt32>
    let sums: CrowdSums
    /// Whether nothing is left out: a row is its own place.
    let isWhole: Bool

    /// The rows that a view shows.
    init(of table: PinTable, _ test: RowTest, symbols: SymbolTable) {
        var rows: [UInt32] = []
        unsafe test.forEachShown(0..<table.count, nil, of: PinRows(table)) { rows.append(UInt32($0)) }
        self.rows = Column(rows)
        isWhole = rows.count == table.count
        sums = CrowdSums(of: self.rows, in: table, symbols: symbols)
    }

    /// How many bytes it takes.
    var byteCount: Int { rows.byteCount + sums.byteCount }
}
