/// Which value of a layer each number and each moment is: a table that is looked through from where a hash points to.
@safe struct LayerValueIndex: ~Copyable {
    // Invariant: room for `mask` + 1 numbers, a power of two, of which `free` and more are 0.
    /// What was written, with a bit that tells moments from numbers, above the bits of its value.
    ///
    /// 0 where nothing is.
    private var slots: UnsafeMutablePointer<UInt64>
    private var mask: Int
    private var free: Int
    private static let valueBits: UInt64 = 31

    /// Room for so many.
    init(most count: Int) {
        // At most three of four slots are taken, so that the next free one is near.
        let room = max(16, 1 << (Int.bitWidth - (count + count / 3).leadingZeroBitCount))
        unsafe slots = .allocate(capacity: room)
        unsafe slots.initialize(repeating: 0, count: room)
        mask = room - 1
        free = room / 4 * 3
    }

    deinit {
        unsafe slots.deallocate()
    }

    /// The value of a number; if it is new, `next`, which becomes its value.
    @inline(__always)
    mutating func value(of number: UInt32, orElse next: UInt64) -> (value: UInt64, isNew: Bool) {
        value(ofKey: UInt64(number), orElse: next)
    }

    /// The same of a moment in seconds since 1970.
    @inline(__always)
    mutating func value(ofMoment moment: UInt32, orElse next: UInt64) -> (value: UInt64, isNew: Bool) {
        value(ofKey: 1 << 32 | UInt64(moment), orElse: next)
    }

    @inline(__always)
    private mutating func value(ofKey key: UInt64, orElse next: UInt64) -> (value: UInt64, isNew: Bool) {
        let bits = LayerValueIndex.valueBits
        var place = firstPlace(of: key)
        while unsafe slots[place] != 0 {
            if unsafe slots[place] >> bits == key { return (unsafe slots[place] & (1 << bits - 1), false) }
            place = (place &+ 1) & mask
        }
        unsafe slots[place] = key << bits | next
        free &-= 1
        if free == 0 { grow() }
        return (next, true)
    }

    @inline(__always)
    private func firstPlace(of key: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    }

    private mutating func grow() {
        var larger = LayerValueIndex(most: 2 * mask)
        for place in 0...mask where unsafe slots[place] != 0 {
            let slot = unsafe slots[place]
            let (key, value) = (
                slot >> LayerValueIndex.valueBits, slot & (1 << LayerValueIndex.valueBits - 1)
            )
            _ = larger.value(ofKey: key, orElse: value)
        }
        swap(&self, &larger)
    }
}
