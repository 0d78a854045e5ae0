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
        var open = 0
        for index in states.indices where StateSlot(index: index).isOpen { open += Int(states[index]) }
        return open
    }
}

extension Tally {
    /// The cluster of what was counted, at least one pin.
    func cluster(of cell: Int64, opens: Int?, categories names: SymbolTable) -> Cluster {
        let members = UInt64(max(1, count))
        return Cluster(
            cell: cell,
            count: count,
            x: UInt32(truncatingIfNeeded: across / members),
            y: UInt32(truncatingIfNeeded: down / members),
            states: InlineArray { count(of: StateSlot(index: $0)) },
            category: UInt16(leadingCategory(names)),
            opens: opens
        )
    }
}
