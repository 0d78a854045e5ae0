package import Formats

/// A day by the city's clocks, as the default view needs it.
package struct MapDay: Hashable, Sendable {
    /// The day.
    package let date: CivilDate
    /// When the day that lies 30 days before it began: what was closed earlier is not shown by default.
    package let closedSince: Timestamp
    /// When the day after it begins.
    package let end: Timestamp

    /// Joins the parts.
    package init(date: CivilDate, closedSince: Timestamp, end: Timestamp) {
        self.date = date
        self.closedSince = closedSince
        self.end = end
    }

    /// A day by a time zone.
    package init(_ date: CivilDate, in zone: TimeZoneRules) {
        self.date = date
        closedSince = zone.start(of: CivilDate(daysSince1970: date.daysSince1970 - MapDay.shownAfterClosing))
        end = zone.start(of: CivilDate(daysSince1970: date.daysSince1970 + 1))
    }

    /// The day of a moment by a time zone.
    package init(of moment: Timestamp, in zone: TimeZoneRules) {
        self.init(zone.local(moment).date, in: zone)
    }

    /// For how many whole days what was closed is shown by default.
    package static let shownAfterClosing: Int64 = 30
}
