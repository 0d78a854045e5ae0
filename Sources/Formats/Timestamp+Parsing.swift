extension Timestamp {
    /// A moment written as in RFC 3339, section 5.6: `2026-06-30T12:00:00Z`, `2026-06-30T14:00:00.5+02:00`.
    package init?(parsing text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, bytes.count <= 40, bytes[10] | 0x20 == UInt8(ascii: "t"),
            let date = CivilDate(parsing: String(decoding: bytes[..<10], as: UTF8.self)),
            let time = ClockTime(bytes[11..<19])
        else { return nil }
        var rest = bytes[19...]
        var microseconds: Int64 = 0
        if rest.first == UInt8(ascii: ".") {
            let digits = rest.dropFirst().prefix { $0 >= 0x30 && $0 <= 0x39 }
            guard !digits.isEmpty else { return nil }
            var scale: Int64 = 100_000
            for digit in digits.prefix(6) {
                microseconds += Int64(digit - 0x30) * scale
                scale /= 10
            }
            rest = rest.dropFirst(digits.count + 1)
        }
        guard let offset = Timestamp.offset(rest) else { return nil }
        let seconds = date.start.seconds + time.seconds - offset
        self.init(microseconds: seconds * 1_000_000 + microseconds)
    }

    /// Seconds east of Greenwich: `Z`, `+02:00`.
    private static func offset(_ bytes: ArraySlice<UInt8>) -> Int64? {
        guard let sign = bytes.first else { return nil }
        if bytes.count == 1 { return sign | 0x20 == UInt8(ascii: "z") ? 0 : nil }
        guard bytes.count == 6, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
            let time = ClockTime(bytes.dropFirst() + Array(":00".utf8))
        else { return nil }
        return sign == UInt8(ascii: "-") ? -time.seconds : time.seconds
    }
}

/// A time of day written as `HH:MM:SS`; a leap second counts as the second before it.
private struct ClockTime {
    let seconds: Int64

    init?(_ bytes: ArraySlice<UInt8>) {
        let bytes = Array(bytes)
        guard bytes.count == 8, bytes[2] == UInt8(ascii: ":"), bytes[5] == UInt8(ascii: ":"),
            let hour = ClockTime.pair(bytes[0], bytes[1]), hour < 24,
            let minute = ClockTime.pair(bytes[3], bytes[4]), minute < 60,
            let second = ClockTime.pair(bytes[6], bytes[7]), second <= 60
        else { return nil }
        seconds = hour * 3_600 + minute * 60 + min(second, 59)
    }

    private static func pair(_ tens: UInt8, _ ones: UInt8) -> Int64? {
        guard tens >= 0x30, tens <= 0x39, ones >= 0x30, ones <= 0x39 else { return nil }
        return Int64(tens - 0x30) * 10 + Int64(ones - 0x30)
    }
}
