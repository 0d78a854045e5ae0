/// What the first so many pins of a selection add up to, kept at every 32nd: two of them tell what lies between.
///
/// Counts by state and by category, and the sums of columns and rows, from which a cluster's centre follows.
struct RunningSums: Sendable {
    /// How many pins lie between two of the kept sums.
    static let step = 32

    /// How many categories are counted.
    let width: Int
    let across: Column<UInt64>
    let down: Column<UInt64>
    /// For each of the sums the counts by state, then by category.
    let counts: Column<UInt32>

    /// The sums of some rows.
    init(of rows: Column<UInt32>, in table: PinTable, categories width: Int) {
        self.width = width
        let blocks = rows.count / RunningSums.step
        let columns = PinRows(table)
        var across: [UInt64] = []
        var down: [UInt64] = []
        var counts: [UInt32] = []
        var tally = Tally(categories: width)
        if blocks > 0 {
            across.reserveCapacity(blocks + 1)
            down.reserveCapacity(blocks + 1)
            counts.reserveCapacity((blocks + 1) * (StateSlot.count + width))
            for block in 0...blocks {
                across.append(tally.across)
                down.append(tally.down)
                tally.appendCounts(to: &counts)
                guard block < blocks else { break }
                for place in block * RunningSums.step..<(block + 1) * RunningSums.step {
                    let row = Int(rows[place])
                    tally.add(row, of: columns, state: columns.traits(row).state)
                }
            }
        }
        self.across = Column(across)
        self.down = Column(down)
        self.counts = Column(counts)
    }

    /// How many bytes they take.
    var byteCount: Int { across.byteCount + down.byteCount + counts.byteCount }
}
