/// How many reports come in each hour of three years: office hours, weekdays, seasons, growth.
struct SeedRhythm {
    static let days = 1_096
    static let hours = days * 24

    private static let byHour = [
        4, 2, 2, 2, 3, 8, 22, 60, 96, 100, 98, 94, 88, 84, 80, 74, 66, 60, 58, 54, 46, 34, 20, 10,
    ]
    private static let byWeekday = [118, 110, 104, 100, 100, 58, 44]
    private static let byMonth = [104, 104, 112, 104, 102, 100, 96, 90, 102, 104, 96, 86]

    /// The first moment, in microseconds since 1970.
    let start: Int64
    /// Sums of weights, hour by hour, with a 0 before.
    private let sums: [Int64]

    /// The three years before a moment.
    init(until: Int64) {
        start = until - Int64(SeedRhythm.days) * SeedCalendar.day
        var sums: [Int64] = [0]
        sums.reserveCapacity(SeedRhythm.hours + 1)
        var sum: Int64 = 0
        for hour in 0..<SeedRhythm.hours {
            let time = start + Int64(hour) * SeedCalendar.hour
            let day = SeedCalendar.dayNumber(at: time)
            let weight =
                SeedRhythm.byHour[SeedCalendar.hourOfDay(at: time)]
                * SeedRhythm.byWeekday[SeedCalendar.weekday(ofDay: day)]
                * SeedRhythm.byMonth[SeedCalendar.month(ofDay: day)]
            // Twice as many at the end as at the beginning.
            sum += Int64(weight * (SeedRhythm.hours + hour) / SeedRhythm.hours / 100)
            sums.append(sum)
        }
        self.sums = sums
    }

    /// When an hour begins.
    func time(ofHour hour: Int) -> Int64 { start + Int64(hour) * SeedCalendar.hour }

    /// How many of `total` fall into an hour; over all hours these add up to `total`.
    func share(ofHour hour: Int, in total: Int) -> Int {
        let whole = sums[SeedRhythm.hours]
        return Int(sums[hour + 1] * Int64(total) / whole - sums[hour] * Int64(total) / whole)
    }
}
