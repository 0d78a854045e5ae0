/// Puts bytes one after the other into room that was made for them.
@safe struct BytePen {
    /// Where the next byte goes.
    private(set) var place: UnsafeMutablePointer<UInt8>

    @unsafe
    init(at place: UnsafeMutablePointer<UInt8>) {
        unsafe self.place = place
    }

    /// Puts a byte.
    @inline(__always)
    mutating func put(_ byte: UInt8) {
        unsafe place.pointee = byte
        unsafe place += 1
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

    /// Puts the first bytes of two words, lowest byte first, and may write over what lies behind them.
    @inline(__always)
    mutating func put(_ words: (UInt64, UInt64), length: Int) {
        unsafe UnsafeMutableRawPointer(place).storeBytes(of: words.0.littleEndian, as: UInt64.self)
        unsafe UnsafeMutableRawPointer(place + 8).storeBytes(of: words.1.littleEndian, as: UInt64.self)
        unsafe place += length
    }

    /// Puts the first bytes of others.
    @unsafe
    mutating func put(_ bytes: UnsafeBufferPointer<UInt8>, count: Int) {
        guard let start = bytes.baseAddress else { return }
        unsafe place.update(from: start, count: min(count, bytes.count))
        unsafe place += count
    }

    /// Puts a number below a hundred as two digits.
    @inline(__always)
    mutating func put(twoDigits number: Int) {
        let number = UInt32(truncatingIfNeeded: number)
        let tens = (number &* 205) >> 11
        let digits = UInt16(truncatingIfNeeded: 0x3030 &+ tens &+ (number &- tens &* 10) &<< 8)
        unsafe UnsafeMutableRawPointer(place).storeBytes(of: digits.littleEndian, as: UInt16.self)
        unsafe place += 2
    }

    /// Puts a number below a thousand millions, with six digits at least.
    @inline(__always)
    mutating func put(sixDigits number: Int) {
        var rest = number
        if number >= 1_000_000 {
            var more = rest / 1_000_000
            rest %= 1_000_000
            if more >= 100 {
                put(UInt8(truncatingIfNeeded: 0x30 &+ more / 100))
                more %= 100
                put(twoDigits: more)
            } else if more >= 10 {
                put(twoDigits: more)
            } else {
                put(UInt8(truncatingIfNeeded: 0x30 &+ more))
            }
        }
        put(twoDigits: rest / 10_000)
        put(twoDigits: rest / 100 % 100)
        put(twoDigits: rest % 100)
    }

    /// How many bytes it has put since another one stood where that stands.
    @inline(__always)
    func distance(from other: BytePen) -> UInt8 {
        UInt8(truncatingIfNeeded: unsafe place - other.place)
    }
}
