extension [UInt8] {
    /// Appends a moment as RFC 3339 in UTC, to the second, without allocating for it: `2026-06-30T12:00:00Z`.
    ///
    /// - Precondition: its year has four digits, as all that PostgreSQL's columns of ours hold.
    package mutating func appendMoment(_ moment: Timestamp) {
        let (year, month, day) = moment.date.components
        let second = moment.seconds - moment.date.start.seconds
        append(paddedTo: 4, year)
        append(UInt8(ascii: "-"))
        append(paddedTo: 2, month)
        append(UInt8(ascii: "-"))
        append(paddedTo: 2, day)
        append(UInt8(ascii: "T"))
        append(paddedTo: 2, Int(second / 3_600))
        append(UInt8(ascii: ":"))
        append(paddedTo: 2, Int(second % 3_600 / 60))
        append(UInt8(ascii: ":"))
        append(paddedTo: 2, Int(second % 60))
        append(UInt8(ascii: "Z"))
    }

    private mutating func append(paddedTo width: Int, _ value: Int) {
        var unit = width == 4 ? 1_000 : 10
        var rest = value
        while unit > 0 {
            append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / unit % 10))
            rest %= unit
            unit /= 10
        }
    }
}
