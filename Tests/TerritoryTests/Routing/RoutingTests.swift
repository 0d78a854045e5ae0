import Formats
import Reports
import Territory
import Testing

struct RoutingTests {
    @Test func `the first rule in the file decides, and no later one is looked at`() throws {
        let city = try RuledCity(rules: [
            RuledCity.rule("other", when: #""categories":["h.two"]"#),
            RuledCity.rule("ideas", when: #""kinds":["idea"]"#),
            RuledCity.rule("first", when: #""groups":["g"]"#, then: #""unit":"A","desk":"d1""#),
            RuledCity.rule("second"),
        ])
        let decision = try city.decide()
        #expect(decision.rule.id == "first")
        #expect(decision.looked.map(\.rule.id) == ["other", "ideas", "first"])
        #expect(decision.looked.map(\.verdict) == [.refused(.categories), .refused(.kinds), .matched])
        guard case .unit(_, let desk) = decision.outcome else {
            Issue.record("no unit")
            return
        }
        #expect(desk?.code == "d1")
        #expect(decision.why.en == "Because")
    }

    @Test func `where no rule speaks, the category's own unit decides`() throws {
        let decision = try RuledCity(rules: [RuledCity.rule("ideas", when: #""kinds":["idea"]"#)]).decide()
        #expect(decision.rule.stage == "category")
        #expect(decision.rule.id == nil)
        #expect(decision.unit == "A")
        #expect(decision.looked.count == 1)
        #expect(decision.why.en == "Matters of the category “One” belong here to: Unit A.")
    }

    @Test func `where the category's unit isn't known, the contact centre finds out`() throws {
        let decision = try RuledCity(rules: []).decide("h.two")
        #expect(decision.rule.stage == "queue")
        #expect(decision.unit == "Q")
        #expect(decision.steps.map(\.reason) == [.unknown])
        #expect(decision.looked.isEmpty)
        #expect(decision.why.pl.hasPrefix("Nie wiadomo, kto prowadzi"))
    }

    @Test(arguments: [
        (#""unit":"B""#, "2024-12-31", "unit B"), (#""unit":"B""#, "2025-01-01", "external X"),
        (#""unit":"GONE""#, "2025-01-01", "unit Q"), (#""external":"X""#, "2025-01-01", "external X"),
        (#""external":"A""#, "2025-01-01", "unit A"),
    ])
    func `a rule's unit leads to who is in force, be it the city's own or not`(
        then: String,
        date: String,
        expected: String
    ) throws {
        let decision = try RuledCity(rules: [RuledCity.rule("only", then: then)]).decide(date: date)
        let found =
            switch decision.outcome {
            case .unit(let unit, _): "unit \(unit.code)"
            case .external(let unit, _): "external \(unit.code)"
            case .outOfScope, .emergency: "nobody"
            }
        #expect(found == expected)
        #expect(decision.rule.id == "only")
    }

    @Test func `an external unit gives its own advice where the rule has none`() throws {
        let texts = try [#""external":"X""#, #""external":"X","advice":{"pl":"Tak","en":"So"}"#].map { then in
            let decision = try RuledCity(rules: [RuledCity.rule("only", then: then)]).decide()
            guard case .external(_, let advice) = decision.outcome else { return "" }
            return advice.en
        }
        #expect(texts == ["Ask X", "So"])
    }

    @Test(arguments: [
        (#""kinds":["idea"]"#, RuleSelector.kinds), (#""answers":{"land":["private"]}"#, .answers),
        (#""time":"outside_office_hours""#, .time), (#""time":"holiday""#, .time),
        (#""districts":["I"]"#, .districts), (#""zones":[{"layer":"park"}]"#, .zones),
        (#""groups":["h"]"#, .categories),
    ])
    func `a rule that doesn't speak says which condition failed`(when: String, selector: RuleSelector) throws
    {
        let decision = try RuledCity(rules: [RuledCity.rule("only", when: when)]).decide()
        #expect(decision.looked.map(\.verdict) == [.refused(selector)])
        let reason = decision.looked.first?.reason(in: decision.circumstances)
        #expect(reason?.pl.isEmpty == false)
        #expect(reason?.en.isEmpty == false)
    }

    @Test(arguments: [
        ("", ""), (#""kinds":["intervention","inquiry"]"#, ""),
        (#""groups":["g"],"categories":["h.two"]"#, ""),
        (#""time":"office_hours""#, ""), (#""time":"not_holiday""#, ""),
        (#""not_zones":[{"layer":"park"}]"#, ""), (#""answers":{"land":["private","unknown"]}"#, ""),
        ("", #","valid_from":"2026-06-30","valid_until":"2026-07-01""#),
    ])
    func `a rule speaks where all that it asks for holds`(when: String, besides: String) throws {
        let city = try RuledCity(rules: [RuledCity.rule("only", when: when, besides: besides)])
        #expect(try city.decide(answers: ["land": ["unknown"]]).rule.id == "only")
    }

    @Test(arguments: [("2026-06-29", false), ("2026-06-30", true), ("2026-07-01", false)])
    func `a rule speaks only while it is in force`(date: String, speaks: Bool) throws {
        let besides = #","valid_from":"2026-06-30","valid_until":"2026-07-01""#
        let city = try RuledCity(rules: [RuledCity.rule("only", besides: besides)])
        #expect((try city.decide(date: date).rule.id != nil) == speaks)
    }

    @Test func `a category that the catalogue doesn't hold is decided about all the same`() throws {
        let city = try ShippedCity.load()
        let small = try RuledCity(rules: [])
        let category = try #require(small.catalogue["g.one"])
        let moment = try city.decide("road.works", at: nil).circumstances.moment
        let decision = city.routing.decide(
            Circumstances(site: nil, category: category, at: moment, calendar: city.calendar)
        )
        #expect(decision.rule.stage == "queue")
        #expect(decision.looked.count == city.routing.rules.rules.count)
    }

    @Test func `zones count by the rule's own distance, else by their reach`() throws {
        let city = try ShippedCity.load()
        func unit(_ zone: String, _ metres: Double, _ category: String) throws -> String? {
            try city.decide(category, at: try city.site(near: [.init(zone: zone, metres: metres)])).unit
        }
        #expect(try unit("arterial/ALEJE", 10, "green.mow") == "ZDMK")
        #expect(try unit("arterial/ALEJE", 10.01, "green.mow") == "ZZM")
        #expect(try unit("motorway/A4-W", 0, "road.pothole") == "GDDKIA")
        #expect(try unit("motorway/A4-W", 0.01, "road.pothole") == "ZDMK")
        #expect(city.routing.rules.widestReach == 15)
    }
}
