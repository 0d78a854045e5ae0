/// What the first so many pins of a selection add up to, kept at every 128th: two of them tell what lies between.
///
/// Counts by state and by category, and the sums of columns and rows, from which a cluster's centre follows.
struct RunningSums: Sendable {
    /// How many pins lie between two of the kept sums.
    static let step = 128

    /// How many categories are counted.
    let width: Int
    private(set) var across: [UInt64]
    private(set) var down: [UInt64]
    /// `StateSlot.count` numbers a sum.
    private(set) var states: [UInt32]
    /// `width` numbers a sum.
    private(set) var categories: [UInt32]

    /// The sums of some rows.
    init(of rows: [UInt32], in columns: Columns, categories width: Int) {
        self.width = width
        let blocks = rows.count / RunningSums.step
        across = []
        down = []
        states = []
        categories = []
        guard blocks > 0 else { return }
        across.reserveCapacity(blocks + 1)
        down.reserveCapacity(blocks + 1)
        states.reserveCapacity((blocks + 1) * StateSlot.count)
        categories.reserveCapacity((blocks + 1) * width)
        var tally = Tally(categories: width)
        keep(tally)
        for block in 0..<blocks {
            for place in block * RunningSums.step..<(block + 1) * RunningSums.step {
                tally.add(Int(rows[place]), of: columns)
            }
            keep(tally)
        }
    }

    private mutating func keep(_ tally: Tally) {
        across.append(tally.across)
        down.append(tally.down)
        for count in tally.states { states.append(UInt32(truncatingIfNeeded: count)) }
        for count in tally.categories { categories.append(UInt32(truncatingIfNeeded: count)) }
    }
}
