/// A rule for years to come: `CET-1CEST,M3.5.0,M10.5.0/3` (RFC 9636, section 3.3.1).
struct POSIXTimeZone: Sendable, Equatable {
    /// A day of any year.
    enum Day: Sendable, Equatable {
        /// Counted from 1 to 365; 29 February is never counted.
        case withoutLeapDay(Int)
        /// Counted from 0 to 365, 29 February included.
        case withLeapDay(Int)
        /// The first to fifth weekday (0 is Sunday) of a month; the fifth is the last.
        case weekday(month: Int, week: Int, day: Int)
    }

    /// When the clocks change: a day, and the seconds from its midnight as the clocks show before.
    struct Change: Sendable, Equatable {
        let day: Day
        let second: Int
    }

    /// Summer time: seconds ahead of UTC, its beginning and its end.
    struct Summer: Sendable, Equatable {
        let offset: Int
        let start: Change
        let end: Change
    }

    /// Seconds ahead of UTC in winter.
    let standard: Int
    let summer: Summer?

    /// Seconds ahead of UTC at a moment.
    func offset(at seconds: Int64) -> Int {
        guard let summer else { return standard }
        let year = CivilDate(daysSince1970: seconds.floorDivided(by: 86_400)).year
        // The last change before the moment decides; it may lie in the year before, or by an offset in the next.
        var latest = Int64.min
        var offset = standard
        for year in (year - 1)...(year + 1) {
            guard let end = summer.end.moment(in: year, offset: summer.offset),
                let start = summer.start.moment(in: year, offset: standard)
            else { continue }
            if end <= seconds, end > latest { (latest, offset) = (end, standard) }
            // Where summer begins as it ends, it lasts all year.
            if start <= seconds, start >= latest { (latest, offset) = (start, summer.offset) }
        }
        return offset
    }
}

extension POSIXTimeZone.Change {
    /// Seconds since 1970 of the change in a year; nil for a year that the calendar doesn't have.
    fileprivate func moment(in year: Int, offset: Int) -> Int64? {
        day.date(in: year).map { $0 * 86_400 + Int64(second - offset) }
    }
}

extension POSIXTimeZone.Day {
    /// 1 March, where 29 February isn't counted.
    private static let march = 60

    /// The day in a year, as days since 1970.
    fileprivate func date(in year: Int) -> Int64? {
        guard let newYear = CivilDate(year: year, month: 1, day: 1)?.daysSince1970 else { return nil }
        switch self {
        case .withLeapDay(let day): return newYear + Int64(day)
        case .withoutLeapDay(let day):
            let isLeap = CivilDate(year: year, month: 2, day: 29) != nil
            return newYear + Int64(day - 1 + (isLeap && day >= Self.march ? 1 : 0))
        case .weekday(let month, let week, let weekday):
            guard let first = CivilDate(year: year, month: month, day: 1)?.daysSince1970 else { return nil }
            // 1970-01-01 was a Thursday.
            let weekdayOfFirst = (first + 4) - (first + 4).floorDivided(by: 7) * 7
            var day = 1 + Int((Int64(weekday) - weekdayOfFirst + 7) % 7) + (week - 1) * 7
            while CivilDate(year: year, month: month, day: day) == nil { day -= 7 }
            return first + Int64(day - 1)
        }
    }
}
