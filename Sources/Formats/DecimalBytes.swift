extension [UInt8] {
    /// Appends an integer in decimal digits, without allocating for it.
    package mutating func appendDecimal(_ value: Int64) {
        if value < 0 {
            append(UInt8(ascii: "-"))
        }
        appendDecimal(value.magnitude)
    }

    /// Appends an unsigned integer in decimal digits, without allocating for it.
    package mutating func appendDecimal(_ value: UInt64) {
        var digits = InlineArray<20, UInt8>(repeating: 0)
        var start = 20
        var rest = value
        repeat {
            start -= 1
            digits[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        } while rest > 0
        for index in start..<20 {
            append(digits[index])
        }
    }

    /// Appends millionths of a degree as degrees, by integers only: `-500000` is `-0.5`.
    package mutating func appendMicrodegrees(_ micros: Int32) {
        if micros < 0 {
            append(UInt8(ascii: "-"))
        }
        let (whole, fraction) = micros.magnitude.quotientAndRemainder(dividingBy: 1_000_000)
        appendDecimal(UInt64(whole))
        guard fraction > 0 else { return }
        append(UInt8(ascii: "."))
        var rest = fraction
        var unit: UInt32 = 100_000
        while rest > 0 {
            append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / unit))
            rest %= unit
            unit /= 10
        }
    }

    /// Appends the shortest text that reads back as the same number, a whole one without a point.
    ///
    /// - Precondition: the number is finite.
    package mutating func appendNumber(_ value: Double) {
        precondition(value.isFinite, "only finite numbers have digits")
        if let whole = value.wholeNumber {
            appendDecimal(whole)
        } else {
            append(contentsOf: value.description.utf8)
        }
    }
}
