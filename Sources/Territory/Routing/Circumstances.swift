package import Formats
package import Reports

/// All that the rules may ask about a report.
package struct Circumstances: Sendable {
    /// Where it is; nil if nobody knows, and then no rule about a place speaks.
    package let site: Site?
    package let category: Category
    package let kind: ReportKind
    /// When it came in, as the city's clocks showed.
    package let moment: LocalMoment
    /// Whether that day was a holiday.
    package let isHoliday: Bool
    /// The sender's answers by the question's code.
    package let answers: [String: [String]]

    /// - Parameters:
    ///   - site: where it is, if that is known.
    ///   - category: what it is about.
    ///   - kind: what it asks for; nil for what the category usually does.
    ///   - moment: when it came in, as the city's clocks showed.
    ///   - calendar: the city's holidays.
    ///   - answers: the sender's answers by the question's code.
    package init(
        site: Site?,
        category: Category,
        kind: ReportKind? = nil,
        at moment: LocalMoment,
        calendar: HolidayCalendar,
        answers: [String: [String]] = [:]
    ) {
        self.site = site
        self.category = category
        self.kind = kind ?? category.kind
        self.moment = moment
        isHoliday = calendar.isHoliday(moment.date)
        self.answers = answers
    }
}
