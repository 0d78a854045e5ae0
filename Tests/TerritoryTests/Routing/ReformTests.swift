import Formats
import Reports
import Territory
import Testing

/// The reorganisation of 2025-01-01, by the city's own midnight.
struct ReformTests {
    private static let lastMinute = "2024-12-31T22:59:59"
    private static let midnight = "2024-12-31T23:00:00"

    @Test(arguments: [
        ("green.felling", "WS", "WSiK"), ("waste.odour", "WS", "WSiK"), ("water.river", "WS", "WSiK"),
        ("road.speed", "IR", "WGKiI"),
    ])
    func `a report of 2024 goes to the old department, one of 2025 to the new`(
        category: String,
        old: String,
        new: String
    ) throws {
        let city = try ShippedCity.load()
        let site = try city.site(in: "XVIII")
        let before = try city.decide(category, at: site, on: Self.lastMinute)
        #expect(before.circumstances.moment.date.description == "2024-12-31")
        #expect(before.unit == old)
        #expect(before.steps.map(\.from) == [new])
        #expect(before.steps.map(\.to) == [old])
        #expect(before.steps.first?.why.en == "\(new) begins on 2025-01-01; until then \(old) is in charge.")
        let after = try city.decide(category, at: site, on: Self.midnight)
        #expect(after.circumstances.moment.date.description == "2025-01-01")
        #expect(after.unit == new)
        #expect(after.steps.isEmpty)
    }

    @Test func `the desks for felling were the old department's before`() throws {
        let city = try ShippedCity.load()
        for (moment, code) in [(Self.lastMinute, "WS"), (Self.midnight, "WSiK")] {
            let decision = try city.decide("green.felling", at: try city.site(in: "X"), on: moment)
            guard case .unit(let unit, let desk) = decision.outcome else {
                Issue.record("no unit")
                continue
            }
            #expect(unit.code == code)
            #expect(desk?.code == "felling-7")
        }
    }

    @Test func `whoever still names the old department reaches the right one of the two new`() throws {
        let city = try ShippedCity.load()
        let day = try #require(city.units["WSiK"]?.validity.from)
        for (category, unit) in [("waste.collect", "WGKiI"), ("green.felling", "WSiK")] {
            let found = city.units.inCharge("WS", of: try city.category(category), on: day)
            #expect(found.unit.code == unit)
            #expect(found.steps.map(\.reason) == [.ended(day)])
        }
    }
}
