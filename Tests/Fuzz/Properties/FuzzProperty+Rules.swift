import Formats
import Geography
import Reports
import Territory

extension FuzzProperty {
    /// Whatever reads as rules, units, categories or holidays decides about every report, always the same.
    ///
    /// The four documents have no member in common, so the bytes are read as each of them; what they don't hold
    /// is taken from a small city.
    package static let rules = FuzzProperty("rules") { bytes in
        let calendar = try? HolidayCalendar(parsing: bytes)
        if let calendar, let fault = broken(calendar) { return fault }
        let units = try? UnitDirectory(parsing: bytes)
        if let units, (try? JSON.parse(units.json())) == nil { return "units that are written as no JSON" }
        let catalogue = try? CategoryCatalogue(parsing: bytes)
        if let catalogue, (try? JSON.parse(catalogue.json())) == nil {
            return "categories that are written as no JSON"
        }
        let rules = try? RoutingRules(parsing: bytes)
        guard units != nil || catalogue != nil || rules != nil else { return nil }
        guard let city = try? FuzzCity() else { return "the small city can't be read" }
        let routing = Routing(
            rules: rules ?? city.rules,
            units: units ?? city.units,
            catalogue: catalogue ?? city.catalogue
        )
        return brokenDecision(
            of: routing,
            about: (catalogue ?? city.catalogue).categories.prefix(4),
            in: city,
            calendar ?? HolidayCalendar(holidays: [])
        )
    }

    private static func broken(_ calendar: HolidayCalendar) -> String? {
        for year in [1, 1_583, 2_000, 2_025, 9_999] {
            for holiday in calendar.holidays {
                guard let date = holiday.date(in: year) else { continue }
                if !calendar.isHoliday(date) || calendar.isWorkingDay(date) {
                    return "a holiday that is none"
                }
            }
        }
        return nil
    }

    private static func brokenDecision(
        of routing: Routing,
        about categories: ArraySlice<Category>,
        in city: FuzzCity,
        _ calendar: HolidayCalendar
    ) -> String? {
        for category in categories {
            for date in [CivilDate(daysSince1970: 0), CivilDate(daysSince1970: 20_089)] {
                for site in city.sites {
                    let circumstances = Circumstances(
                        site: site,
                        category: category,
                        at: LocalMoment(date: date, secondOfDay: 43_200, offset: 3_600),
                        calendar: calendar,
                        answers: ["danger": ["yes"]]
                    )
                    let decision = routing.decide(circumstances)
                    if decision.outcome != routing.decide(circumstances).outcome { return "two outcomes" }
                    if let fault = broken(decision, routing) { return fault }
                }
            }
        }
        return nil
    }

    private static func broken(_ decision: Decision, _ routing: Routing) -> String? {
        if let unit = decision.outcome.unit {
            if routing.units[unit.code] != unit { return "a unit from nowhere" }
            if !unit.validity.contains(decision.circumstances.moment.date) { return "a unit not in force" }
        }
        if decision.steps.count > routing.units.units.count { return "more steps than units" }
        let matches = decision.looked.filter { $0.verdict == .matched }
        if matches.map(\.rule.id) != (decision.rule.id.map { [$0] } ?? []) {
            return "another match than said"
        }
        var json = JSONWriter()
        json.decision(decision)
        return (try? JSON.parse(json.bytes)) == nil ? "a decision that is written as no JSON" : nil
    }
}
