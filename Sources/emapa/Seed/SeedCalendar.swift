/// Days and hours of made-up reports.
///
/// The clock shows Polish winter time all year: an hour's shift in summer doesn't matter for made-up data.
enum SeedCalendar {
    static let second: Int64 = 1_000_000
    static let hour: Int64 = 3_600 * second
    static let day: Int64 = 24 * hour

    /// Whole days since 1970-01-01.
    static func dayNumber(at time: Int64) -> Int64 {
        floorDivide(time + hour, by: day)
    }

    /// 0 to 23.
    static func hourOfDay(at time: Int64) -> Int {
        Int(floorDivide(time + hour, by: hour) - dayNumber(at: time) * 24)
    }

    /// 0 is Monday, 6 Sunday.
    static func weekday(ofDay number: Int64) -> Int {
        Int(((number + 3) % 7 + 7) % 7)
    }

    /// 0 is January: the Gregorian calendar, counted in years that begin in March.
    static func month(ofDay number: Int64) -> Int {
        let shifted = number + 719_468
        let dayOfEra = shifted - floorDivide(shifted, by: 146_097) * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        return Int((5 * dayOfYear + 2) / 153 + 2) % 12
    }

    /// A moment of a clerk's day, at the given time's day or the first working day after it, and after `earliest`.
    static func workingMoment(after earliest: Int64, near time: Int64, _ random: inout SeedRandom) -> Int64 {
        let intoDay = 7 * hour + Int64(random.below(8 * 3_600)) * second + Int64(random.below(1_000_000))
        var number = dayNumber(at: max(time, earliest))
        while weekday(ofDay: number) > 4 || number * day - hour + intoDay <= earliest { number += 1 }
        return number * day - hour + intoDay
    }

    private static func floorDivide(_ value: Int64, by divisor: Int64) -> Int64 {
        value >= 0 ? value / divisor : -((-value - 1) / divisor) - 1
    }
}
