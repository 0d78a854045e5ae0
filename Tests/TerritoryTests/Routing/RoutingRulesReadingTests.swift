import Reports
import Territory
import Testing

struct RoutingRulesReadingTests {
    @Test(arguments: [
        (#"{"id":"Big"}"#, "id: must be 1 to 64 of a-z"),
        (RuledCity.rule("a", stage: "sometime"), "stage: 'sometime' is not"),
        (RuledCity.rule("a", when: #""zone":[]"#), "when.zone: is nothing that a rule can ask for"),
        (RuledCity.rule("a", when: #""zones":[]"#), "when.zones: must not be empty"),
        (RuledCity.rule("a", when: #""districts":[]"#), "when.districts: must not be empty"),
        (RuledCity.rule("a", when: #""zones":[{}]"#), "when.zones[0].layer: must be a text"),
        (
            RuledCity.rule("a", when: #""zones":[{"layer":"park","within_m":-1}]"#),
            "when.zones[0].within_m: must be a number"
        ),
        (RuledCity.rule("a", when: #""time":"night""#), "when.time: 'night' is not"),
        (RuledCity.rule("a", when: #""kinds":["wish"]"#), "when.kinds: 'wish' is not"),
        (RuledCity.rule("a", when: #""answers":{"land":[]}"#), "when.answers.land: must not be empty"),
        (RuledCity.rule("a", then: ""), "then: must be exactly one of"),
        (RuledCity.rule("a", then: #""unit":"A","external":"X""#), "then: must be exactly one of"),
        (RuledCity.rule("a", then: #""external":"X","desk":"d1""#), "then.desk: is for a unit only"),
        (RuledCity.rule("a", then: #""out_of_scope":{}"#), "then.out_of_scope.advice: must have texts"),
        (RuledCity.rule("a", then: #""emergency":{"number":112}"#), "then.emergency.number: must be a text"),
        (RuledCity.rule("a", besides: #","valid_from":"today""#), "valid_from: must be a day"),
    ])
    func `a rule that can't be is refused with its place`(rule: String, message: String) {
        let error = #expect(throws: CityDataError.self) { try RuledCity.read([rule]) }
        #expect(error?.description.hasPrefix("routing, rules[0].\(message)") == true)
    }

    @Test func `two rules of one name, and rules out of their stages' order, are refused`() {
        let twice = #expect(throws: CityDataError.self) {
            try RuledCity.read([RuledCity.rule("a"), RuledCity.rule("a")])
        }
        #expect(twice?.description == "routing, rules[1].id: 'a' stands there twice")
        let disorder = #expect(throws: CityDataError.self) {
            try RuledCity.read([RuledCity.rule("a"), RuledCity.rule("b", stage: "corridor")])
        }
        #expect(disorder?.description == "routing, rules[1].stage: 'corridor' must stand before every 'land'")
    }

    @Test func `the widest distance of the rules counts excluded zones too`() throws {
        let rules = try RuledCity.read([
            RuledCity.rule("a", when: #""zones":[{"layer":"park","within_m":20}]"#),
            RuledCity.rule("b", when: #""not_zones":[{"layer":"park","within_m":35.5}]"#),
        ])
        #expect(rules.widestReach == 35.5)
        #expect(try RuledCity.read([]).widestReach == 0)
    }
}
