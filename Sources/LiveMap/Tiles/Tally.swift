/// What the pins of a cell add up to.
@safe struct Tally: ~Copyable {
    private(set) var count = 0
    /// The sum of the pins' columns on the map.
    private(set) var across: UInt64 = 0
    /// The sum of their rows.
    private(set) var down: UInt64 = 0
    /// How many categories are counted.
    let width: Int
    // Invariant: room for `StateSlot.count` and then `width` numbers.
    private let counts: UnsafeMutablePointer<UInt32>

    init(categories width: Int) {
        self.width = width
        unsafe counts = .allocate(capacity: StateSlot.count + width)
        unsafe counts.initialize(repeating: 0, count: StateSlot.count + width)
    }

    deinit {
        unsafe counts.deallocate()
    }

    /// How many there are of a state.
    func count(of state: StateSlot) -> UInt32 { unsafe counts[state.index] }

    /// How many there are of a category.
    @inline(__always)
    func count(ofCategory symbol: Int) -> UInt32 { unsafe counts[StateSlot.count + symbol] }

    /// Begins anew.
    mutating func reset() {
        count = 0
        across = 0
        down = 0
        unsafe counts.update(repeating: 0, count: StateSlot.count + width)
    }

    /// Counts a pin as being in a state.
    @inline(__always)
    mutating func add(_ row: Int, of columns: PinRows, state: StateSlot) {
        let key = UInt64(bitPattern: columns.key(row))
        count &+= 1
        across &+= UInt64(Tally.compact(key))
        down &+= UInt64(Tally.compact(key >> 1))
        let category = Int(columns.category(row))
        precondition(category < width)
        // Not `&+=`: under ThreadSanitizer the compiler breaks on it here.
        unsafe counts[state.index] = counts[state.index] &+ 1
        unsafe counts[StateSlot.count + category] = counts[StateSlot.count + category] &+ 1
    }

    /// Takes back a pin that was counted.
    mutating func remove(_ row: Int, of columns: PinRows) {
        let key = UInt64(bitPattern: columns.key(row))
        count &-= 1
        across &-= UInt64(Tally.compact(key))
        down &-= UInt64(Tally.compact(key >> 1))
        let category = Int(columns.category(row))
        precondition(category < width)
        let state = columns.traits(row).state
        unsafe counts[state.index] = counts[state.index] &- 1
        unsafe counts[StateSlot.count + category] = counts[StateSlot.count + category] &- 1
    }

    /// Counts all pins between two of the kept sums.
    mutating func add(_ sums: RunningSums, from first: Int, to last: Int) {
        count += (last - first) * RunningSums.step
        across &+= sums.across[last] &- sums.across[first]
        down &+= sums.down[last] &- sums.down[first]
        let stride = StateSlot.count + sums.width
        precondition(sums.width <= width && (last + 1) * stride <= sums.counts.count && first <= last)
        let before = unsafe sums.counts.start + first * stride
        let after = unsafe sums.counts.start + last * stride
        for index in 0..<stride { unsafe counts[index] = counts[index] &+ (after[index] &- before[index]) }
    }

    /// Appends the counts by state, then by category.
    func appendCounts(to list: inout [UInt32]) {
        for index in 0..<StateSlot.count + width { list.append(unsafe counts[index]) }
    }

    /// Moves bit 2n to bit n and forgets the odd bits, as `MortonKey.compact` does.
    @inline(__always)
    static func compact(_ woven: UInt64) -> UInt32 {
        var bits = woven & 0x5555_5555_5555_5555
        bits = (bits | bits >> 1) & 0x3333_3333_3333_3333
        bits = (bits | bits >> 2) & 0x0f0f_0f0f_0f0f_0f0f
        bits = (bits | bits >> 4) & 0x00ff_00ff_00ff_00ff
        bits = (bits | bits >> 8) & 0x0000_ffff_0000_ffff
        return UInt32(truncatingIfNeeded: bits | bits >> 16)
    }
}
