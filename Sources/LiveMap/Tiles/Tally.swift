/// What the pins of a cell add up to.
@safe struct Tally: ~Copyable {
    private(set) var count = 0
    /// The sum of the pins' columns on the map.
    private(set) var across: UInt64 = 0
    /// The sum of their rows.
    private(set) var down: UInt64 = 0
    /// The lowest and the highest key of the pins.
    private(set) var low = Int64.max
    private(set) var high = Int64.min
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

    /// What a cell with what was counted, at least one pin, is drawn as.
    ///
    /// - Parameters:
    ///   - names: the categories.
    ///   - divided: the zoom at which the pins lie in different cells.
    ///   - states: takes each state that any is in.
    /// - Returns: the mark.
    func mark(
        _ names: SymbolTable,
        divided: Int,
        appendingTo states: inout [StateCount]
    ) -> CrowdSums.Mark {
        let first = states.count
        let isOpen = StateSlot.openBits
        var open: UInt32 = 0
        for index in 0..<StateSlot.count where unsafe counts[index] > 0 {
            states.append(StateCount(StateSlot(index: index), unsafe counts[index]))
            if isOpen >> UInt32(index) & 1 != 0 { open &+= unsafe counts[index] }
        }
        let members = UInt64(max(1, count))
        return CrowdSums.Mark(
            x: UInt32(truncatingIfNeeded: across / members),
            y: UInt32(truncatingIfNeeded: down / members),
            states: UInt32(first),
            open: open,
            category: UInt16(truncatingIfNeeded: leadingCategory(names)),
            divided: UInt8(clamping: divided)
        )
    }

    /// Begins anew.
    mutating func reset() {
        count = 0
        across = 0
        down = 0
        low = .max
        high = .min
        unsafe counts.update(repeating: 0, count: StateSlot.count + width)
    }

    /// Notes between which keys pins lie that were counted.
    mutating func reach(from first: Int64, to last: Int64) {
        low = min(low, first)
        high = max(high, last)
    }

    /// Counts a pin as being in a state.
    @inline(__always)
    mutating func add(_ row: Int, of columns: PinRows, state: StateSlot) {
        count &+= 1
        across &+= UInt64(columns.x(row))
        down &+= UInt64(columns.y(row))
        let category = Int(columns.category(row))
        precondition(category < width)
        // Not `&+=`: under ThreadSanitizer the compiler breaks on it here.
        unsafe counts[state.index] = counts[state.index] &+ 1
        unsafe counts[StateSlot.count + category] = counts[StateSlot.count + category] &+ 1
    }

    /// Takes back a pin that was counted.
    mutating func remove(_ row: Int, of columns: PinRows) {
        count &-= 1
        across &-= UInt64(columns.x(row))
        down &-= UInt64(columns.y(row))
        let category = Int(columns.category(row))
        precondition(category < width)
        let state = columns.traits(row).state
        unsafe counts[state.index] = counts[state.index] &- 1
        unsafe counts[StateSlot.count + category] = counts[StateSlot.count + category] &- 1
    }

    /// Counts all that another one counted.
    mutating func add(_ other: borrowing Tally) {
        precondition(other.width == width)
        count &+= other.count
        across &+= other.across
        down &+= other.down
        for index in 0..<StateSlot.count + width {
            unsafe counts[index] = counts[index] &+ other.counts[index]
        }
    }

    /// Counts the pins of the crowded cell that a walk has come to.
    @inline(__always)
    mutating func add(_ members: Int, of crowd: CrowdWalk) {
        precondition(crowd.stride <= StateSlot.count + width)
        count &+= members
        let sums = unsafe crowd.sums
        precondition(crowd.stride <= StateSlot.count + width)
        across &+= unsafe sums.across
        down &+= unsafe sums.down
        for place in 0..<crowd.stride { unsafe counts[place] = counts[place] &+ sums.counts[place] }
    }

    /// The category that most have, and of several the one whose name stands first in the order of the alphabet.
    private func leadingCategory(_ names: SymbolTable) -> Int {
        let counts = unsafe self.counts + StateSlot.count
        var most: UInt32 = 0
        for category in 0..<width { most = unsafe max(most, counts[category]) }
        var leading = -1
        // Symbols differ from instance to instance, names don't.
        for category in 0..<width where unsafe counts[category] == most {
            if leading < 0 || names.precedes(category, leading) { leading = category }
        }
        return max(0, leading)
    }

    /// Appends the counts by state, then by category.
    func appendCounts(to list: inout [UInt32]) {
        for index in 0..<StateSlot.count + width { list.append(unsafe counts[index]) }
    }
}
