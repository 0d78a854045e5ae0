/// Many reports that lie together, drawn as one mark at their centre.
struct Cluster: Sendable {
    /// The number of the cell that they lie in, among those of the tile's zoom.
    let cell: Int64
    let count: Int
    /// The centre's column and row on the map.
    let x: UInt32
    let y: UInt32
    /// How many there are of each state, by `StateSlot`.
    let states: InlineArray<18, UInt32>
    /// The symbol of the category that most of them have.
    let category: UInt16
    /// The zoom at which it comes apart; nil if it never does.
    let opens: Int?

    /// How many somebody still has to act on.
    var open: Int {
        let isOpen = StateSlot.openBits
        var open = 0
        for index in states.indices where isOpen >> UInt32(index) & 1 != 0 { open += Int(states[index]) }
        return open
    }
}

extension Cluster {
    /// What was counted in a cell, at least one pin.
    init(of cell: Int64, _ tally: borrowing Tally, opens: Int?, categories names: SymbolTable) {
        self.cell = cell
        count = tally.count
        (x, y) = tally.centre
        var states = InlineArray<18, UInt32>(repeating: 0)
        for index in states.indices { states[index] = tally.count(of: StateSlot(index: index)) }
        self.states = states
        category = UInt16(truncatingIfNeeded: tally.leadingCategory(names))
        self.opens = opens
    }

    /// What the crowded cell that a walk has come to is drawn as.
    init(of cell: Int64, count: Int, _ crowds: CrowdWalk, opens: Int?) {
        let mark = crowds.mark
        self.cell = cell
        self.count = count
        x = mark.x
        y = mark.y
        var states = InlineArray<18, UInt32>(repeating: 0)
        crowds.forEachState { states[$0] = $1 }
        self.states = states
        category = mark.category
        self.opens = opens
    }
}
