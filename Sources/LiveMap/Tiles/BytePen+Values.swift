import Formats

extension BytePen {
    /// Puts the head of a value that is a text of so many bytes, fewer than 126 (MVT 2.1, section 4.1).
    @inline(__always)
    mutating func beginText(_ length: Int) {
        put(4 << 3 | 2)
        put(UInt8(truncatingIfNeeded: length &+ 2))
        put(1 << 3 | 2)
        put(UInt8(truncatingIfNeeded: length))
    }

    /// Puts a moment, in seconds since 1970, as RFC 3339 has it: 20 bytes.
    @inline(__always)
    mutating func put(time seconds: UInt32) {
        let (year, month, day) = CivilDate(daysSince1970: Int64(seconds / 86_400)).components
        let second = Int(seconds % 86_400)
        put(twoDigits: year / 100)
        put(twoDigits: year % 100)
        put(UInt8(ascii: "-"))
        put(twoDigits: month)
        put(UInt8(ascii: "-"))
        put(twoDigits: day)
        put(UInt8(ascii: "T"))
        put(twoDigits: second / 3_600)
        put(UInt8(ascii: ":"))
        put(twoDigits: second / 60 % 60)
        put(UInt8(ascii: ":"))
        put(twoDigits: second % 60)
        put(UInt8(ascii: "Z"))
    }
}
