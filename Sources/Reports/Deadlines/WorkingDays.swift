package import Formats

/// The city's working days, by its holidays and its clocks.
package struct WorkingDays: Sendable {
    /// More days than this are never counted.
    package static let most = 10_000

    package let calendar: HolidayCalendar
    package let zone: TimeZoneRules

    /// The working days of a place.
    package init(calendar: HolidayCalendar, zone: TimeZoneRules) {
        self.calendar = calendar
        self.zone = zone
    }

    /// The n-th working day after a day; for 0 the day itself or, where it is none, the next working day.
    package func day(_ count: Int, after day: CivilDate) -> CivilDate {
        let wanted = min(max(count, 0), WorkingDays.most)
        // A calendar whose days are all holidays must come to an end too.
        let last = day.daysSince1970 + Int64(2 * wanted + 366)
        var year = HolidaysOfYear(calendar: calendar)
        var current = day
        if wanted == 0, year.isWorkingDay(current) { return current }
        var left = max(wanted, 1)
        while current.daysSince1970 < last {
            current = CivilDate(daysSince1970: current.daysSince1970 + 1)
            if year.isWorkingDay(current) { left -= 1 }
            if left == 0 { break }
        }
        return current
    }

    /// How many working days come after one day, up to another one included; at most `most`.
    package func count(after day: CivilDate, through end: CivilDate) -> Int {
        var year = HolidaysOfYear(calendar: calendar)
        var current = day
        var found = 0
        let last = min(end.daysSince1970, day.daysSince1970 + Int64(2 * WorkingDays.most))
        while current.daysSince1970 < last, found < WorkingDays.most {
            current = CivilDate(daysSince1970: current.daysSince1970 + 1)
            if year.isWorkingDay(current) { found += 1 }
        }
        return found
    }

    /// The day that the city's clocks show at a moment.
    package func day(at moment: Timestamp) -> CivilDate {
        zone.local(moment).date
    }

    /// The moment at which a day is over in the city.
    package func end(of day: CivilDate) -> Timestamp {
        zone.start(of: CivilDate(daysSince1970: day.daysSince1970 + 1))
    }
}

/// The holidays of the year that was asked for last, so that counting days doesn't find Easter for each.
private struct HolidaysOfYear {
    let calendar: HolidayCalendar
    private var year: Int?
    private var days: Set<CivilDate> = []

    init(calendar: HolidayCalendar) {
        self.calendar = calendar
    }

    mutating func isWorkingDay(_ day: CivilDate) -> Bool {
        guard Weekday(day) <= .friday else { return false }
        let wanted = day.year
        if year != wanted {
            year = wanted
            days = Set(calendar.holidays.compactMap { $0.date(in: wanted) })
        }
        return !days.contains(day)
    }
}
