/// Which value of a layer each moment is: a table with twice the room that it needs, looked through from a moment's place.
struct MomentIndex {
    /// A moment in the upper half, its value in the lower one; 0 where nothing is.
    private var slots: [UInt64]
    private let mask: Int

    /// Room for so many moments.
    init(most count: Int) {
        let room = 1 << (Int.bitWidth - max(8, 2 * count).leadingZeroBitCount)
        slots = [UInt64](repeating: 0, count: room)
        mask = room - 1
    }

    /// The value of a moment; if it is new, `next`, which becomes its value.
    @inline(__always)
    mutating func value(of moment: UInt32, orElse next: UInt64) -> (value: UInt64, isNew: Bool) {
        var place = Int(truncatingIfNeeded: (UInt64(moment) &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
        while slots[place] != 0 {
            if slots[place] >> 32 == UInt64(moment) { return (slots[place] & 0xffff_ffff, false) }
            place = (place + 1) & mask
        }
        slots[place] = UInt64(moment) << 32 | next
        return (next, true)
    }
}
