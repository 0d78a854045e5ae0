/// Bytes of a tile that is being written, as fast as memory takes them.
///
/// Room is reserved for a whole feature at a time; the bytes are then put without another look at the capacity.
@safe struct ByteWriter: ~Copyable {
    // Invariant: `count` is at most `capacity`, which `start` was allocated with.
    private var start: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private(set) var count = 0

    init(reserving capacity: Int) {
        self.capacity = max(64, capacity)
        unsafe start = .allocate(capacity: self.capacity)
    }

    deinit {
        unsafe start.deallocate()
    }

    /// Makes sure that so many more bytes can be put.
    @inline(__always)
    mutating func reserve(_ more: Int) {
        if count + more > capacity { grow(by: more) }
    }

    private mutating func grow(by more: Int) {
        let larger = max(count + more, capacity * 2)
        let next = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        unsafe next.update(from: start, count: count)
        unsafe start.deallocate()
        unsafe start = next
        capacity = larger
    }

    /// Puts a byte, for which room was reserved.
    @inline(__always)
    mutating func put(_ byte: UInt8) {
        assert(count < capacity)
        unsafe start[count] = byte
        count &+= 1
    }

    /// Puts a number as a varint of up to ten bytes.
    @inline(__always)
    mutating func put(varint value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            put(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        put(UInt8(truncatingIfNeeded: rest))
    }

    /// Puts a number of either sign so that small ones stay short.
    @inline(__always)
    mutating func put(zigzag value: Int) {
        put(varint: UInt64(bitPattern: Int64((value << 1) ^ (value >> 63))))
    }

    /// Puts bytes, for which room was reserved.
    @inline(__always)
    mutating func put(_ bytes: [UInt8]) {
        for byte in bytes { put(byte) }
    }

    /// Puts a number with at least so many digits.
    @inline(__always)
    mutating func put(_ number: Int, digits least: Int) {
        var digits = least
        var limit = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000][min(least, 6)]
        while number >= limit, digits < 19 {
            digits += 1
            limit *= 10
        }
        var rest = number
        var place = count + digits
        count = place
        assert(count <= capacity)
        for _ in 0..<digits {
            place &-= 1
            unsafe start[place] = UInt8(truncatingIfNeeded: 0x30 + rest % 10)
            rest /= 10
        }
    }

    /// Writes over a byte that was put before.
    @inline(__always)
    mutating func replace(at place: Int, with byte: UInt8) {
        assert(place < count)
        unsafe start[place] = byte
    }

    /// Copies everything to a place that has room for it.
    @unsafe
    func copy(to target: UnsafeMutablePointer<UInt8>) {
        unsafe target.update(from: start, count: count)
    }
}
