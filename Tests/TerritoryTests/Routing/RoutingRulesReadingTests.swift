import Reports
import Territory
import Testing

struct RoutingRulesReadingTests {
    @Test(arguments: [
        (#"{"id":"Big"}"#, "id: must be 1 to 64 of a-z"),
        (SmallCity.rule("a", stage: "sometime"), "stage: 'sometime' is not"),
        (SmallCity.rule("a", when: #""zone":[]"#), "when.zone: is nothing that a rule can ask for"),
        (SmallCity.rule("a", when: #""zones":[]"#), "when.zones: must not be empty"),
        (SmallCity.rule("a", when: #""districts":[]"#), "when.districts: must not be empty"),
        (SmallCity.rule("a", when: #""zones":[{}]"#), "when.zones[0].layer: must be a text"),
        (
            SmallCity.rule("a", when: #""zones":[{"layer":"park","within_m":-1}]"#),
            "when.zones[0].within_m: must be a number"
        ),
        (SmallCity.rule("a", when: #""time":"night""#), "when.time: 'night' is not"),
        (SmallCity.rule("a", when: #""kinds":["wish"]"#), "when.kinds: 'wish' is not"),
        (SmallCity.rule("a", when: #""answers":{"land":[]}"#), "when.answers.land: must not be empty"),
        (SmallCity.rule("a", then: ""), "then: must be exactly one of"),
        (SmallCity.rule("a", then: #""unit":"A","external":"X""#), "then: must be exactly one of"),
        (SmallCity.rule("a", then: #""external":"X","desk":"d1""#), "then.desk: is for a unit only"),
        (SmallCity.rule("a", then: #""out_of_scope":{}"#), "then.out_of_scope.advice: must have texts"),
        (SmallCity.rule("a", then: #""emergency":{"number":112}"#), "then.emergency.number: must be a text"),
        (SmallCity.rule("a", besides: #","valid_from":"today""#), "valid_from: must be a day"),
    ])
    func `a rule that can't be is refused with its place`(rule: String, message: String) {
        let error = #expect(throws: CityDataError.self) { try SmallCity.read([rule]) }
        #expect(error?.description.hasPrefix("routing, rules[0].\(message)") == true)
    }

    @Test func `two rules of one name, and rules out of their stages' order, are refused`() {
        let twice = #expect(throws: CityDataError.self) {
            try SmallCity.read([SmallCity.rule("a"), SmallCity.rule("a")])
        }
        #expect(twice?.description == "routing, rules[1].id: 'a' stands there twice")
        let disorder = #expect(throws: CityDataError.self) {
            try SmallCity.read([SmallCity.rule("a"), SmallCity.rule("b", stage: "corridor")])
        }
        #expect(disorder?.description == "routing, rules[1].stage: 'corridor' must stand before every 'land'")
    }

    @Test func `the widest distance of the rules counts excluded zones too`() throws {
        let rules = try SmallCity.read([
            SmallCity.rule("a", when: #""zones":[{"layer":"park","within_m":20}]"#),
            SmallCity.rule("b", when: #""not_zones":[{"layer":"park","within_m":35.5}]"#),
        ])
        #expect(rules.widestReach == 35.5)
        #expect(try SmallCity.read([]).widestReach == 0)
    }
}
