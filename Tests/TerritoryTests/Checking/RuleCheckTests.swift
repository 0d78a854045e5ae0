import Formats
import Territory
import Testing

struct RuleCheckTests {
    private func findings(_ city: CityDocuments) throws -> [Finding] {
        CityChecks.findings(in: city, on: try #require(CivilDate(parsing: "2026-11-01")))
    }

    private func findings(_ rules: [String]) throws -> [Finding] {
        try findings(PlainCity.documents(rules: rules))
    }

    @Test func `the small city is sound`() throws {
        #expect(try findings([]) == [])
        #expect(try findings([PlainCity.rule("a", when: #""categories":["tree"]"#)]) == [])
    }

    @Test(arguments: [
        (#""categories":["bush"],"groups":["green"]"#, "when.categories", "there is no category 'bush'"),
        (#""groups":["greens"],"categories":["tree"]"#, "when.groups", "there is no group 'greens'"),
        (#""districts":["I","II","III"]"#, "when.districts", "there is no district 'III'"),
        (#""zones":[{"layer":"parks"}]"#, "when.zones[0].layer", "there is no layer 'parks'"),
        (#""zones":[{"layer":"park","codes":["P","Q"]}]"#, "when.zones[0].codes", "there is no zone 'Q'"),
        (#""not_zones":[{"layer":"park","codes":["Q"]}]"#, "when.not_zones[0].codes", "there is no zone 'Q'"),
        (#""zones":[{"layer":"park","codes":["D"]}]"#, "when.zones[0]", "D is only there to be drawn"),
        (
            #""answers":{"land":["mine"]},"categories":["tree"]"#, "when.answers.land",
            "there is no answer 'mine'"
        ),
        (
            #""answers":{"size":["big"]}"#, "when.answers.size",
            "none of the rule's categories asks the question 'size': it can never match"
        ),
    ])
    func `a rule that names what isn't there is told with its place`(
        conditions: String,
        place: String,
        what: String
    ) throws {
        let found = try findings([PlainCity.rule("a", when: conditions)])
        #expect(found.map(\.severity) == [.error])
        let error = try #require(found.first)
        #expect(error.document == "routing")
        #expect(error.place == "rules[0] (a).\(place)")
        #expect(error.what.hasPrefix(what))
        #expect(!error.mend.isEmpty)
    }

    @Test func `a question that some categories don't ask is a warning`() throws {
        let found = try findings([PlainCity.rule("a", when: #""answers":{"land":["private"]}"#)])
        #expect(found.map(\.severity) == [.warning])
        #expect(found.first?.what == "is not asked by hole: for them it can never match")
    }

    @Test(arguments: [
        (#""unit":"B""#, "then", "there is no unit 'B'"),
        (#""external":"B""#, "then", "there is no unit 'B'"),
        (#""unit":"X""#, "then", "'X' is external"), (#""external":"A""#, "then", "'A' is the city's own"),
        (#""unit":"A","desk":"d2""#, "then.desk", "'A', in charge on 2026-11-01, has no desk 'd2'"),
    ])
    func `a rule must lead to a unit that fits`(consequence: String, place: String, what: String) throws {
        let found = try findings([PlainCity.rule("a", when: #""groups":["green"]"#, then: consequence)])
        #expect(found.map(\.severity) == [.error])
        #expect(found.first?.place == "rules[0] (a).\(place)")
        #expect(found.first?.what.hasPrefix(what) == true)
    }

    @Test(arguments: [
        (
            #""categories":["tree"],"kinds":["idea"]"#,
            "none of its categories can be a report of the kind idea"
        ),
        (
            #""zones":[{"layer":"park","codes":["P"]}],"not_zones":[{"layer":"park"}]"#,
            "not_zones excludes all"
        ),
        (
            #""zones":[{"layer":"park","within_m":5}],"not_zones":[{"layer":"park","within_m":9}]"#,
            "not_zones excludes all"
        ),
    ])
    func `a rule that contradicts itself can never match`(conditions: String, reason: String) throws {
        let found = try findings([PlainCity.rule("a", when: conditions)])
        #expect(found.map(\.severity) == [.error])
        #expect(found.first?.what.hasPrefix("can never match: \(reason)") == true)
    }

    // The earlier rule, the later one, and whether the earlier one takes everything from it.
    @Test(arguments: [
        ("", #""categories":["tree"]"#, true), (#""categories":["tree"]"#, "", false),
        (#""groups":["green"]"#, #""categories":["tree"]"#, true),
        (#""categories":["tree"]"#, #""groups":["green"]"#, true),
        (#""groups":["green","roads"]"#, "", true),
        (#""kinds":["intervention"]"#, #""kinds":["intervention","idea"]"#, false),
        (#""kinds":["intervention","idea"]"#, #""kinds":["idea"]"#, true),
        (#""kinds":["intervention","idea","inquiry"]"#, "", false),
        (#""districts":["I","II"]"#, #""districts":["II"]"#, true), (#""districts":["I","II"]"#, "", false),
        (#""districts":["I"]"#, #""districts":["I","II"]"#, false),
        (#""time":"not_holiday""#, #""time":"office_hours""#, true),
        (#""time":"outside_office_hours""#, #""time":"holiday""#, true),
        (#""time":"office_hours""#, #""time":"not_holiday""#, false), (#""time":"holiday""#, "", false),
        (
            #""categories":["tree"],"answers":{"land":["private","city"]}"#,
            #""categories":["tree"],"answers":{"land":["private"]}"#, true
        ),
        (
            #""categories":["tree"],"answers":{"land":["private"]}"#,
            #""categories":["tree"],"answers":{"land":["private","city"]}"#, false
        ),
        (#""zones":[{"layer":"park"}]"#, #""zones":[{"layer":"park","codes":["P"]}]"#, true),
        (#""zones":[{"layer":"park","codes":["P"]}]"#, #""zones":[{"layer":"park"}]"#, false),
        (
            #""zones":[{"layer":"park","within_m":9}]"#, #""zones":[{"layer":"park","within_m":5}]"#, true
        ),
        (
            #""zones":[{"layer":"park","within_m":5}]"#, #""zones":[{"layer":"park","within_m":9}]"#, false
        ),
        // P has no reach of its own, R reaches 20 m.
        (
            #""zones":[{"layer":"park","within_m":9}]"#, #""zones":[{"layer":"park","codes":["P"]}]"#, true
        ),
        (
            #""zones":[{"layer":"park","within_m":9}]"#, #""zones":[{"layer":"park","codes":["R"]}]"#, false
        ),
        (
            #""zones":[{"layer":"park","codes":["R"]}]"#,
            #""zones":[{"layer":"park","codes":["R"],"within_m":20}]"#, true
        ),
        (
            #""zones":[{"layer":"park","codes":["R"]}]"#,
            #""zones":[{"layer":"park","codes":["R"],"within_m":21}]"#, false
        ),
        (#""not_zones":[{"layer":"park","codes":["P"]}]"#, "", false),
        (#""not_zones":[{"layer":"park","codes":["P"]}]"#, #""not_zones":[{"layer":"park"}]"#, true),
        (#""not_zones":[{"layer":"park"}]"#, #""not_zones":[{"layer":"park","codes":["P"]}]"#, false),
    ])
    func `a rule behind one that matches whatever it matches is told`(
        earlier: String,
        later: String,
        isTaken: Bool
    ) throws {
        let found = try findings([PlainCity.rule("a", when: earlier), PlainCity.rule("b", when: later)])
        let taken = found.filter { $0.place == "rules[1] (b)" }
        #expect(taken.map(\.severity) == (isTaken ? [.error] : []))
        #expect(
            taken.allSatisfy {
                $0.what == "can never match: 'a' stands before it and matches whatever it matches"
            }
        )
    }

    @Test(arguments: [
        ("", #","valid_from":"2027-01-01""#, true), (#","valid_from":"2027-01-01""#, "", false),
        (#","valid_until":"2027-01-01""#, #","valid_from":"2027-01-01""#, false),
        (
            #","valid_from":"2026-01-01""#, #","valid_from":"2026-06-01","valid_until":"2026-07-01""#, true
        ),
    ])
    func `days count when rules are compared`(earlier: String, later: String, isTaken: Bool) throws {
        let found = try findings([
            PlainCity.rule("a", when: "", earlier), PlainCity.rule("b", when: "", later),
        ])
        #expect(found.contains { $0.place == "rules[1] (b)" } == isTaken)
    }

    @Test func `rules stand in the order of their stages`() throws {
        let found = try findings([
            PlainCity.rule("a", stage: "category", when: #""categories":["tree"]"#),
            PlainCity.rule("b", stage: "land", when: #""categories":["hole"]"#),
        ])
        #expect(found.map(\.severity) == [.error])
        #expect(found.first?.place == "rules[1].stage")
    }

    @Test func `a category that is shared out by districts leaves none out`() throws {
        let left = PlainCity.rule("a", when: #""categories":["tree"],"districts":["I"]"#)
        let missing = try findings([left])
        #expect(missing.map(\.severity) == [.error])
        #expect(
            missing.first?.what
                == "tree is shared out by districts, but from 2026-11-01 on II stands in none of the lists"
        )
        let right = PlainCity.rule("b", when: #""categories":["tree"],"districts":["II"]"#)
        #expect(try findings([left, right]) == [])
        #expect(try findings([left, PlainCity.rule("c", when: #""categories":["tree"]"#)]) == [])
        let both = PlainCity.rule("d", when: #""categories":["tree"],"districts":["II","I"]"#)
        let twice = try findings([left, both])
        #expect(twice.map(\.severity) == [.warning])
        #expect(twice.first?.what.contains("I stands in 'a', 'd'; the first decides") == true)
    }
}
