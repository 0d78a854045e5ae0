import Formats
import Geography
import Reports
import Territory
import TestSupport
import Testing

struct ReplayTests {
    @Test func `under its own rules nothing changes`() throws {
        var replay = Replay(city: try Krakow.city, rules: try Krakow.city.routing.rules)
        for report in try reports(50, unit: "ZDMK") { try replay.add(report) }
        #expect(replay.count == 50)
        #expect(replay.changes.isEmpty)
        #expect(replay.changedByPresentRules == 0)
    }

    @Test func `what other rules would change is counted and shown by a few examples`() throws {
        let rules = try rules(
            first: #"{"districts":["I"],"categories":["road.pothole"]}"#,
            then: #"{"unit":"WGKiI"}"#
        )
        var replay = Replay(city: try Krakow.city, rules: rules)
        for report in try reports(20, unit: "ZDMK") { try replay.add(report) }
        for report in try reports(5, unit: "SM") { try replay.add(report) }
        let change = try #require(replay.changes.first)
        #expect(replay.changes.map(\.count) == [20, 5])
        #expect((change.from, change.to) == ("ZDMK", "WGKiI"))
        #expect(change.examples.count == 3)
        #expect(change.examples.first?.rule == "first")
        #expect(change.examples.first?.district == "I")
        // The five were given to another unit by hand: today's rules would change them as well.
        #expect(replay.changedByPresentRules == 5)
    }

    @Test(arguments: [
        (#"{"out_of_scope":{"advice":{"pl":"p","en":"e"}}}"#, "out_of_scope"),
        (#"{"emergency":{"number":"112","advice":{"pl":"p","en":"e"}}}"#, "emergency"),
        (#"{"external":"GDDKIA"}"#, "GDDKIA"),
    ])
    func `reports that would be nobody's are counted by what they would be`(then: String, to: String) throws {
        let rules = try rules(first: #"{"categories":["road.pothole"]}"#, then: then)
        var replay = Replay(city: try Krakow.city, rules: rules)
        for report in try reports(2, unit: "ZDMK") { try replay.add(report) }
        #expect(replay.changes.map(\.to) == [to])
    }

    @Test func `a report of another day is decided by the units of that day`() throws {
        let rules = try rules(first: #"{"categories":["road.pothole"]}"#, then: #"{"unit":"WSiK"}"#)
        var replay = Replay(city: try Krakow.city, rules: rules)
        for day in ["2024-12-31T12:00:00Z", "2025-01-01T12:00:00Z"] {
            for report in try reports(1, unit: "ZDMK", on: day) { try replay.add(report) }
        }
        #expect(Set(replay.changes.map(\.to)) == ["WS", "WSiK"])
    }

    @Test func `what lies outside or has a lost category is passed over`() throws {
        var replay = Replay(city: try Krakow.city, rules: try Krakow.city.routing.rules)
        for report in try reports(1, unit: "ZDMK", category: "road.dragon") { try replay.add(report) }
        for report in try reports(1, unit: "ZDMK", place: (19.785, 50.078)) { try replay.add(report) }
        #expect(replay.count == 2 && replay.passedOver == 2 && replay.changes.isEmpty)
    }

    private func reports(
        _ count: Int,
        unit: String,
        category: String = "road.pothole",
        on moment: String = "2026-06-30T10:00:00Z",
        place: (longitude: Double, latitude: Double) = (19.937_3, 50.061_7)
    ) throws -> [Replay.PlacedReport] {
        let coordinate = try #require(Coordinate(longitude: place.longitude, latitude: place.latitude))
        let created = try #require(Timestamp(parsing: moment))
        return (1...count).map { number in
            Replay.PlacedReport(
                number: "KCK-2026-\(100_000 + number)",
                coordinate: coordinate,
                category: category,
                kind: .intervention,
                created: created,
                unit: unit,
                answers: [:]
            )
        }
    }

    /// The shipped rules with one more before them all.
    private func rules(first conditions: String, then: String) throws -> RoutingRules {
        let shipped = String(decoding: try Checkout.read("geodata/krakow/routing.json"), as: UTF8.self)
        let rule = #"""
            {"id":"first","stage":"emergency","name":{"pl":"p","en":"e"},"when":\#(conditions),"then":\#(then),
            "why":{"pl":"p","en":"e"}},
            """#
        let whole = shipped.replacing("\"rules\": [", with: "\"rules\": [\(rule)", maxReplacements: 1)
        return try RoutingRules(parsing: Array(whole.utf8))
    }
}
