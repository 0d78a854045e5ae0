/// Many reports that lie together, drawn as one mark at their centre.
struct Cluster: Sendable {
    /// The number of the cell that they lie in, among those of the tile's zoom.
    let cell: Int64
    let count: Int
    /// How many somebody still has to act on.
    let open: UInt32
    /// The centre's column and row on the map.
    let x: UInt32
    let y: UInt32
    /// Where its states stand among those of the drawing.
    let states: Range<Int32>
    /// The symbol of the category that most of them have.
    let category: UInt16
    /// The zoom at which it comes apart; nil if it never does.
    let opens: UInt8?
}

/// How many reports there are of a state, in one number.
struct StateCount: BitwiseCopyable, Sendable {
    private let bits: UInt32

    /// No more are counted than 2^27, as many pins as the city will never have.
    init(_ state: StateSlot, _ count: UInt32) {
        bits = min(count, 1 << 27 - 1) << 5 | UInt32(state.index)
    }

    @inline(__always) var state: StateSlot { StateSlot(index: Int(bits & 31)) }
    @inline(__always) var count: UInt32 { bits >> 5 }
}
