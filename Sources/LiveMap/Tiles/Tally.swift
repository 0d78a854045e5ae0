/// What the pins of a cell add up to.
struct Tally {
    private(set) var count = 0
    /// The sum of the pins' columns on the map.
    private(set) var across: UInt64 = 0
    /// The sum of their rows.
    private(set) var down: UInt64 = 0
    /// How many there are of each state, by `StateSlot`.
    private(set) var states: [Int]
    /// How many there are of each category, by its symbol.
    private(set) var categories: [Int]

    init(categories count: Int) {
        states = [Int](repeating: 0, count: StateSlot.count)
        categories = [Int](repeating: 0, count: count)
    }

    /// Begins anew.
    mutating func reset() {
        count = 0
        across = 0
        down = 0
        for index in states.indices { states[index] = 0 }
        for index in categories.indices { categories[index] = 0 }
    }

    /// Counts a pin.
    @inline(__always)
    mutating func add(_ row: Int, of columns: Columns) {
        add(row, of: columns, state: columns.traits[row].state)
    }

    /// Counts a pin as being in a state of another day.
    @inline(__always)
    mutating func add(_ row: Int, of columns: Columns, state: StateSlot) {
        let key = UInt64(bitPattern: columns.keys[row])
        count += 1
        across &+= UInt64(Tally.compact(key))
        down &+= UInt64(Tally.compact(key >> 1))
        states[state.index] += 1
        categories[Int(columns.categories[row])] += 1
    }

    /// Takes back a pin that was counted.
    mutating func remove(_ row: Int, of columns: Columns) {
        let key = UInt64(bitPattern: columns.keys[row])
        count -= 1
        across &-= UInt64(Tally.compact(key))
        down &-= UInt64(Tally.compact(key >> 1))
        states[columns.traits[row].state.index] -= 1
        categories[Int(columns.categories[row])] -= 1
    }

    /// Counts all pins between two of the kept sums.
    mutating func add(_ sums: RunningSums, from first: Int, to last: Int) {
        count += (last - first) * RunningSums.step
        across &+= sums.across[last] &- sums.across[first]
        down &+= sums.down[last] &- sums.down[first]
        let after = last * StateSlot.count
        let before = first * StateSlot.count
        for index in 0..<StateSlot.count {
            states[index] += Int(sums.states[after + index] &- sums.states[before + index])
        }
        let until = last * sums.width
        let since = first * sums.width
        for index in 0..<sums.width {
            categories[index] += Int(sums.categories[until + index] &- sums.categories[since + index])
        }
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
