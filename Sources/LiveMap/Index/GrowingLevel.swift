/// The crowded cells of one zoom while they are found.
struct GrowingLevel {
    private var cells: [Int64] = []
    private var starts: [UInt32] = []
    private var ends: [UInt32] = []
    private var marks: [CrowdSums.Mark] = []
    private var states: [StateCount] = []
    private var counted: [UInt32] = []
    private var across: [UInt64] = []
    private var down: [UInt64] = []
    private var counts: [UInt32] = []

    /// Keeps what a cell adds up to; cells come in ascending order.
    mutating func keep(
        _ tally: borrowing Tally,
        _ places: Range<Int>,
        cell: Int64,
        divided: Int,
        _ names: SymbolTable
    ) {
        cells.append(cell)
        starts.append(UInt32(places.lowerBound))
        ends.append(UInt32(places.upperBound))
        marks.append(tally.mark(names, divided: divided, appendingTo: &states))
        guard tally.count >= CrowdSums.fewestCounted else {
            counted.append(CrowdSums.Level.uncounted)
            return
        }
        counted.append(UInt32(across.count))
        across.append(tally.across)
        down.append(tally.down)
        tally.appendCounts(to: &counts)
    }

    /// What was found.
    func level(stride: Int) -> CrowdSums.Level {
        CrowdSums.Level(
            cells: Column(cells),
            starts: Column(starts),
            ends: Column(ends),
            marks: Column(marks + [.end(of: states.count)]),
            states: Column(states),
            counted: Column(counted),
            across: Column(across),
            down: Column(down),
            counts: Column(counts),
            stride: stride
        )
    }
}
