/// A day of the Gregorian calendar, without a zone.
package struct CivilDate: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01; negative before.
    package let daysSince1970: Int64

    /// A day by its distance from 1970-01-01.
    package init(daysSince1970: Int64) {
        self.daysSince1970 = daysSince1970
    }

    /// A day by year, month and day; nil unless the calendar has it.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9_999).contains(year), (1...12).contains(month), day >= 1,
            day <= CivilDate.length(ofMonth: month, year: year)
        else { return nil }
        daysSince1970 = CivilDate.days(year: Int64(year), month: Int64(month), day: Int64(day))
    }

    /// A day written as `YYYY-MM-DD` (RFC 3339, full-date); nil for anything else.
    package init?(parsing text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = number(bytes[0..<4]), let month = number(bytes[5..<7]), let day = number(bytes[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    package static func < (left: CivilDate, right: CivilDate) -> Bool {
        left.daysSince1970 < right.daysSince1970
    }

    /// The first moment of the day in UTC.
    package var start: Timestamp {
        let (seconds, overflow) = daysSince1970.multipliedReportingOverflow(by: 86_400)
        return Timestamp(seconds: overflow ? (daysSince1970 < 0 ? .min : .max) : seconds)
    }

    /// The calendar year.
    package var year: Int { components.year }

    /// Year, month (1...12) and day of the month (1...31).
    ///
    /// Counted in eras of 400 years that begin on 1 March, so that the leap day is the last of its year; within an era
    /// by multiplications (C. Neri and L. Schneider, 'Euclidean affine functions and their application to calendar
    /// algorithms', 2022): thousands of moments are written into a tile.
    package var components: (year: Int, month: Int, day: Int) {
        let shifted = daysSince1970 + 719_468
        let era = shifted.floorDivided(by: 146_097)
        let inEra = 4 &* UInt32(truncatingIfNeeded: shifted - era * 146_097) &+ 3
        let century = inEra / 146_097
        let inCentury = inEra % 146_097 | 3
        // 2,939,745 is 2^32 divided by the 1,461 quarters of days that a year has, rounded up.
        let years = UInt64(inCentury) &* 2_939_745
        let yearOfCentury = UInt32(truncatingIfNeeded: years >> 32)
        let dayOfYear = UInt32(truncatingIfNeeded: years) / 2_939_745 / 4
        // Months have 2,141 / 2^16 of a day's inverse on average, March being the third.
        let months = 2_141 &* dayOfYear &+ 197_913
        let monthFromMarch = months >> 16
        let day = (months & 0xFFFF) / 2_141 &+ 1
        // January and February end the year that began in March.
        let isNextYear = dayOfYear >= 306
        let year = 400 * era + Int64(100 &* century &+ yearOfCentury) + (isNextYear ? 1 : 0)
        return (Int(year), Int(isNextYear ? monthFromMarch &- 12 : monthFromMarch), Int(day))
    }

    private static func days(year: Int64, month: Int64, day: Int64) -> Int64 {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted.floorDivided(by: 400)
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    private static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension CivilDate: CustomStringConvertible {
    /// `YYYY-MM-DD`.
    package var description: String {
        let (year, month, day) = components
        return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
    }
}

private func padded(_ value: Int, to width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

private func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for digit in digits {
        guard digit >= 0x30, digit <= 0x39 else { return nil }
        value = value * 10 + Int(digit - 0x30)
    }
    return value
}
