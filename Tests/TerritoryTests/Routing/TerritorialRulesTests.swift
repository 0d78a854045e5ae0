import Formats
import Reports
import Territory
import Testing

/// The ten territorial rules of Kraków, with the rules that ship.
struct TerritorialRulesTests {
    private let city: ShippedCity

    init() throws {
        city = try ShippedCity.load()
    }

    private func decide(
        _ category: String,
        in zones: [String] = [],
        _ answers: [String: [String]] = [:]
    ) throws -> Decision {
        let site = try city.site(near: zones.map { ShippedCity.Near(zone: $0) })
        return try city.decide(category, at: site, answers: answers)
    }

    @Test func `rule 1: a pavement in the road lane is ZDMK's, in a green area ZZM's`() throws {
        for category in ["road.pavement", "road.bike"] {
            #expect(try decide(category).unit == "ZDMK")
            #expect(try decide(category, in: ["arterial"]).unit == "ZDMK")
            #expect(try decide(category, in: ["park"]).unit == "ZZM")
        }
    }

    @Test func `rule 2: public roads are ZDMK's, motorways and expressways somebody else's`() throws {
        for category in ["road.pothole", "road.sign", "road.marking", "road.barrier"] {
            let street = try decide(category)
            #expect(street.unit == "ZDMK")
            #expect(street.opensCase)
            for zone in ["motorway/A4-W", "motorway/S7-E", "motorway/S52-W"] {
                let decision = try decide(category, in: [zone])
                #expect(decision.unit == "GDDKIA")
                #expect(!decision.opensCase)
                guard case .external(_, let advice) = decision.outcome else { continue }
                #expect(!advice.pl.isEmpty)
            }
        }
    }

    @Test func `rule 3: an illegal dump is MPO's on municipal land, Straż Miejska's on private land`() throws
    {
        #expect(try decide("waste.dump", ["land": ["municipal"]]).unit == "MPO")
        #expect(try decide("waste.dump").unit == "MPO")
        #expect(try decide("waste.dump", ["land": ["private"]]).unit == "SM")
    }

    @Test func `rule 4: a broken tree is KZ's where listed, ZZM's on green and roads, WSiK's elsewhere`()
        throws
    {
        #expect(try decide("green.tree", in: ["listed"]).unit == "KZ")
        #expect(try decide("green.tree", in: ["park", "listed"]).unit == "KZ")
        #expect(try decide("green.tree", in: ["park"]).unit == "ZZM")
        #expect(try decide("green.tree", in: ["arterial"]).unit == "ZZM")
        #expect(try decide("green.tree").unit == "ZZM")
        #expect(try decide("green.tree", ["land": ["private"]]).unit == "WSiK")
    }

    @Test func `rule 5: mowing goes by the land`() throws {
        #expect(try decide("green.mow", in: ["park"]).unit == "ZZM")
        #expect(try decide("green.mow").unit == "ZZM")
        #expect(try decide("green.mow", in: ["arterial"]).unit == "ZDMK")
        #expect(try decide("green.mow", ["land": ["housing"]]).unit == "ZBK")
        #expect(try decide("green.mow", in: ["cemetery"]).unit == "ZCK")
    }

    @Test(
        arguments: zip(
            [
                ["XVI", "XVII", "XVIII"], ["IV", "V", "XV"], ["VI", "VII"], ["XII", "XIII"],
                ["I", "II", "III", "XIV"],
                ["VIII", "IX"], ["X", "XI"],
            ],
            1...7
        )
    )
    func `rule 6: suspected illegal felling goes to the desk of its districts`(
        districts: [String],
        desk: Int
    ) throws {
        for district in districts {
            let decision = try city.decide("green.felling", at: try city.site(in: district))
            guard case .unit(let unit, let found) = decision.outcome else {
                Issue.record("no unit in \(district)")
                continue
            }
            #expect(unit.code == "WSiK")
            #expect(found?.code == "felling-\(desk)")
        }
    }

    @Test func `rule 6: every district has exactly one desk`() throws {
        #expect(city.districts.count == 18)
        let rules = city.routing.rules.rules.filter { $0.id.hasPrefix("felling-") }
        let covered = rules.flatMap(\.conditions.districts)
        #expect(covered.sorted() == city.districts.map(\.code).sorted())
        let known = try #require(city.units["WSiK"]).desks.map(\.code)
        #expect(
            rules.map(\.consequence) == known.map { RuleConsequence.unit("WSiK", desk: $0) }
        )
    }

    @Test func `rule 7: a dead animal is MPO's, on a private plot its owner's`() throws {
        #expect(try decide("animal.dead").unit == "MPO")
        let plot = try decide("animal.dead", ["land": ["private"]])
        guard case .outOfScope(let advice) = plot.outcome else {
            Issue.record("a case was opened")
            return
        }
        #expect(!advice.en.isEmpty)
    }

    @Test(arguments: [
        // UTC; Kraków is two hours ahead in summer, one in winter.
        ("2026-06-30T10:00:00", "WSiK"), ("2026-06-30T05:39:59", "SM"), ("2026-06-30T05:40:00", "WSiK"),
        ("2026-06-30T13:29:59", "WSiK"), ("2026-06-30T13:30:00", "SM"), ("2026-07-04T10:00:00", "SM"),
        ("2026-06-04T10:00:00", "SM"),
        // Christmas Eve became a holiday in 2025.
        ("2025-12-24T10:00:00", "SM"), ("2026-01-02T06:40:00", "WSiK"), ("2026-01-02T06:39:59", "SM"),
        // The last office day before summer time began, and the first after.
        ("2025-03-28T06:40:00", "WSiK"), ("2025-03-31T05:40:00", "WSiK"), ("2025-03-31T05:39:59", "SM"),
    ])
    func `rule 7: a wild animal is Straż Miejska's round the clock, WSiK's in office hours`(
        moment: String,
        unit: String
    ) throws {
        #expect(try city.decide("animal.wild", at: try city.site(), on: moment).unit == unit)
    }

    @Test func `rule 7: on Christmas Eve of 2024, an office day, the department then in charge takes it`()
        throws
    {
        let decision = try city.decide("animal.wild", at: try city.site(), on: "2024-12-24T10:00:00")
        #expect(decision.rule.id == "wild-office-hours")
        #expect(decision.unit == "WS")
    }

    @Test func `rule 8: a clogged inlet is KEGW's, a manhole or a water main WMK's`() throws {
        #expect(try decide("water.inlet").unit == "KEGW")
        for category in ["water.manhole", "water.leak"] {
            let decision = try decide(category)
            #expect(decision.unit == "WMK")
            #expect(decision.outcome.unit?.emergencyNumber == "994")
        }
    }

    @Test func `rule 9: nothing in Las Wolski is ZZM's`() throws {
        for category in city.catalogue.categories where category.kind == .intervention {
            let decision = try decide(category.code, in: ["forest/LASWOLSKI"])
            #expect(decision.unit != "ZZM", "\(category.code)")
        }
    }

    @Test func `rule 10: emergency, corridor, land, district, category, queue`() throws {
        let all = ["motorway", "listed", "park", "arterial"]
        let stages = [
            try decide("road.pothole", in: all, ["danger": ["yes"]]),
            try decide("road.pothole", in: all, ["danger": ["no"]]),
            try decide("green.tree", in: ["listed", "park"]),
            try decide("green.felling", in: all),
            try decide("animal.wild", in: all),
            try decide("road.works"),
        ].map(\.rule.stage)
        #expect(stages == ["emergency", "corridor", "land", "district", "category", "category"])
        #expect(
            city.routing.rules.rules.map(\.stage) == city.routing.rules.rules.map(\.stage).sorted()
        )
    }

    @Test func `whoever is in danger gets a number instead of a case`() throws {
        let decision = try decide("road.pothole", in: ["motorway"], ["danger": ["yes"]])
        guard case .emergency(let number, let advice) = decision.outcome else {
            Issue.record("no emergency")
            return
        }
        #expect(number == "112")
        #expect(!advice.pl.isEmpty)
    }

    @Test func `every shipped category leads to a known unit anywhere`() throws {
        for category in city.catalogue.categories {
            for site in [
                nil, try city.site(), try city.site(near: [.init(zone: "park"), .init(zone: "river")]),
            ] {
                let decision = try city.decide(category.code, at: site)
                #expect(decision.rule.stage != "queue", "\(category.code)")
                #expect(decision.steps.isEmpty, "\(category.code)")
            }
        }
    }
}
