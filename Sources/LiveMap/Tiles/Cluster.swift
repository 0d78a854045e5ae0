/// Many reports that lie together, drawn as one mark at their centre.
struct Cluster: Sendable, Equatable {
    /// The number of the cell that they lie in, among those of the tile's zoom.
    let cell: Int64
    let count: Int
    /// The centre's column and row on the map.
    let x: UInt32
    let y: UInt32
    /// How many there are of each state, by `StateSlot`.
    let states: [Int]
    /// The symbol of the category that most of them have.
    let category: UInt16
    /// The zoom at which it comes apart; nil if it never does.
    let opens: Int?

    /// How many somebody still has to act on.
    var open: Int {
        zip(states, StateSlot.areOpen).reduce(0) { $1.1 ? $0 + $1.0 : $0 }
    }
}

extension Tally {
    /// The cluster of what was counted, at least one pin.
    func cluster(of cell: Int64, opens: Int?, categories names: SymbolTable) -> Cluster {
        let members = UInt64(max(1, count))
        var leading = 0
        for category in categories.indices where categories[category] > 0 {
            let lead = categories[category] - categories[leading]
            // Symbols differ from instance to instance, names don't.
            if lead > 0 || (lead == 0 && names[UInt16(category)] < names[UInt16(leading)]) { leading = category }
        }
        return Cluster(
            cell: cell,
            count: count,
            x: UInt32(truncatingIfNeeded: across / members),
            y: UInt32(truncatingIfNeeded: down / members),
            states: states,
            category: UInt16(leading),
            opens: opens
        )
    }
}
