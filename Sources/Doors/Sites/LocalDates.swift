import Formats
import Pages

/// Moments as residents read them, by the city's clocks.
struct LocalDates: Sendable {
    let zone: TimeZoneRules
    let messages: Messages

    /// `22 listopada 2026`.
    func day(_ moment: Timestamp) -> String { day(zone.local(moment).date) }

    /// `22 listopada 2026`.
    func day(_ date: CivilDate) -> String {
        let (year, month, day) = date.components
        return messages.text(
            "dates.day",
            ["day": String(day), "month": messages.text("dates.months.m\(month)"), "year": String(year)]
        )
    }

    /// `22 listopada 2026, 14:05`.
    func moment(_ moment: Timestamp) -> String {
        messages.text("dates.moment", ["day": day(moment), "time": time(moment)])
    }

    /// `22.11.2026`, for what is narrow.
    func shortDay(_ moment: Timestamp) -> String {
        let (year, month, day) = zone.local(moment).date.components
        return messages.text(
            "dates.shortDay",
            ["day": String(day), "month": (month < 10 ? "0" : "") + String(month), "year": String(year)]
        )
    }

    /// The last day on which something that ends at a moment is still in time.
    func lastDay(before end: Timestamp) -> String { day(end.advanced(bySeconds: -1)) }

    /// `dziś o 7:40`, `jutro o 7:40`, `w poniedziałek o 7:40`, for a moment within a week; later ones by their day.
    func soon(_ moment: Timestamp, now: Timestamp) -> String {
        let (date, today) = (zone.local(moment).date, zone.local(now).date)
        let time = ["time": time(moment)]
        switch date.daysSince1970 - today.daysSince1970 {
        case 0: return messages.text("dates.today", time)
        case 1: return messages.text("dates.tomorrow", time)
        case 2...6:
            // 1970-01-01 was a Thursday, the fourth day of the week.
            let weekday = (date.daysSince1970 + 3) % 7 + 1
            return messages.text("dates.weekdays.d\(weekday)", time)
        default:
            return messages.text("dates.moment", ["day": day(date), "time": self.time(moment)])
        }
    }

    private func time(_ moment: Timestamp) -> String {
        let minutes = zone.local(moment).secondOfDay / 60
        return "\(minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
    }
}
