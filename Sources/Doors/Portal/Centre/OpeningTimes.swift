import Formats
import Reports
import Territory

/// When the centre's hotline is answered.
struct OpeningTimes: Sendable {
    /// The longest run of holidays is shorter.
    private static let daysAhead: Int64 = 14

    let centre: CityProfile.Centre
    let city: City

    /// Whether it is answered at a moment; false where the data do not say.
    func isOpen(at moment: Timestamp) -> Bool {
        guard let opening = centre.opening else { return false }
        let local = city.timeZone.local(moment)
        return opening.contains(local, isHoliday: city.holidays.isHoliday(local.date))
    }

    /// When it is answered again; nil where it is answered, or nobody can tell.
    func next(after moment: Timestamp) -> Timestamp? {
        guard let opening = centre.opening, !isOpen(at: moment) else { return nil }
        let today = city.timeZone.local(moment).date.daysSince1970
        for day in today...(today + OpeningTimes.daysAhead) {
            let date = CivilDate(daysSince1970: day)
            guard opening.days.contains(Weekday(date)), !city.holidays.isHoliday(date) else { continue }
            // Clocks are set at night: the day's beginning has the opening's offset but for two Sundays a year.
            let start = city.timeZone.start(of: date)
            let begins = start.advanced(bySeconds: Int64(opening.opening))
            if begins > moment { return begins }
        }
        return nil
    }
}
