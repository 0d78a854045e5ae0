package import Formats

/// The days on which a city's offices are closed by law.
package struct HolidayCalendar: Sendable, Equatable {
    /// One holiday of every year in which it is kept.
    package struct Holiday: Sendable, Equatable {
        /// On which day of a year it falls.
        package enum Day: Sendable, Equatable {
            case fixed(month: Int, day: Int)
            /// So many days from Easter Sunday.
            case fromEaster(Int)
        }

        package let name: LocalizedText
        package let day: Day
        /// The first year in which it is kept, if it wasn't always.
        package let since: Int?
        /// The last year in which it is kept, if it came to an end.
        package let until: Int?

        /// The day in a year; nil if the year doesn't keep it.
        package func date(in year: Int) -> CivilDate? {
            if let since, year < since { return nil }
            if let until, year > until { return nil }
            switch day {
            case .fixed(let month, let day):
                return CivilDate(year: year, month: month, day: day)
            case .fromEaster(let days):
                guard let easter = CivilDate.easterSunday(of: year) else { return nil }
                return CivilDate(daysSince1970: easter.daysSince1970 + Int64(days))
            }
        }
    }

    package let holidays: [Holiday]

    /// A calendar of these holidays.
    package init(holidays: [Holiday]) {
        self.holidays = holidays
    }

    /// What is kept on a day; nil on an ordinary one.
    package func name(of date: CivilDate) -> LocalizedText? {
        let year = date.year
        return holidays.first { $0.date(in: year) == date }?.name
    }

    /// Whether a day is a holiday.
    package func isHoliday(_ date: CivilDate) -> Bool {
        name(of: date) != nil
    }

    /// Whether a day is one from Monday to Friday that is no holiday.
    package func isWorkingDay(_ date: CivilDate) -> Bool {
        Weekday(date) <= .friday && !isHoliday(date)
    }
}
