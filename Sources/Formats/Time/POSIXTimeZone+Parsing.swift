extension POSIXTimeZone {
    /// Nil for anything that RFC 9636 doesn't allow in a footer.
    init?(parsing bytes: ArraySlice<UInt8>) {
        var text = POSIXText(rest: bytes)
        guard text.name(), let west = text.time(hours: 24) else { return nil }
        // The text counts west of Greenwich, everybody else counts east.
        standard = -west
        guard !text.isAtEnd else {
            summer = nil
            return
        }
        guard text.name() else { return nil }
        var offset = standard + 3_600
        if text.peek != UInt8(ascii: ",") {
            guard let west = text.time(hours: 24) else { return nil }
            offset = -west
        }
        guard let start = text.change(), let end = text.change(), text.isAtEnd else { return nil }
        summer = Summer(offset: offset, start: start, end: end)
    }
}

/// The rest of a footer that is being read.
private struct POSIXText {
    var rest: ArraySlice<UInt8>

    var isAtEnd: Bool { rest.isEmpty }
    var peek: UInt8? { rest.first }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard let first = rest.first, UInt32(first) == character.value else { return false }
        rest.removeFirst()
        return true
    }

    /// Three letters or more, or anything of letters, digits and signs between angle brackets.
    mutating func name() -> Bool {
        let isQuoted = take("<")
        let letters = rest.prefix { byte in
            switch byte {
            case 0x41...0x5A, 0x61...0x7A: true
            case 0x30...0x39, UInt8(ascii: "+"), UInt8(ascii: "-"): isQuoted
            default: false
            }
        }
        guard letters.count >= 3 else { return false }
        rest = rest[letters.endIndex...]
        return !isQuoted || take(">")
    }

    /// `[+-]h[:mm[:ss]]` in seconds.
    mutating func time(hours limit: Int) -> Int? {
        let isNegative = take("-")
        if !isNegative { _ = take("+") }
        guard let hours = number(in: 0...limit) else { return nil }
        var seconds = hours * 3_600
        if take(":") {
            guard let minutes = number(in: 0...59) else { return nil }
            seconds += minutes * 60
            if take(":") {
                guard let rest = number(in: 0...59) else { return nil }
                seconds += rest
            }
        }
        return isNegative ? -seconds : seconds
    }

    /// `,day[/time]`; without a time it is two o'clock.
    mutating func change() -> POSIXTimeZone.Change? {
        guard take(","), let day = day() else { return nil }
        guard take("/") else { return POSIXTimeZone.Change(day: day, second: 7_200) }
        return time(hours: 167).map { POSIXTimeZone.Change(day: day, second: $0) }
    }

    private mutating func day() -> POSIXTimeZone.Day? {
        if take("J") { return number(in: 1...365).map(POSIXTimeZone.Day.withoutLeapDay) }
        guard take("M") else { return number(in: 0...365).map(POSIXTimeZone.Day.withLeapDay) }
        guard let month = number(in: 1...12), take("."), let week = number(in: 1...5), take("."),
            let day = number(in: 0...6)
        else { return nil }
        return .weekday(month: month, week: week, day: day)
    }

    private mutating func number(in range: ClosedRange<Int>) -> Int? {
        let digits = rest.prefix { (0x30...0x39).contains($0) }
        guard (1...3).contains(digits.count) else { return nil }
        rest = rest[digits.endIndex...]
        let value = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        return range.contains(value) ? value : nil
    }
}
