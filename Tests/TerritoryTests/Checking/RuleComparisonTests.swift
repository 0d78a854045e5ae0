import Formats
import Geography
import Reports
import Territory
import Testing

/// Whether what the checks call impossible really never happens.
struct RuleComparisonTests {
    /// Conditions of which few are drawn for each rule, so that many rules stand behind wider ones.
    private static let conditions = [
        [
            #""categories":["tree"]"#, #""categories":["tree","hole"]"#, #""groups":["green"]"#,
            #""groups":["roads"]"#,
        ],
        [#""kinds":["idea"]"#, #""kinds":["idea","intervention"]"#],
        [#""districts":["I"]"#, #""districts":["I","II"]"#],
        [
            #""time":"holiday""#, #""time":"not_holiday""#, #""time":"office_hours""#,
            #""time":"outside_office_hours""#,
        ],
        [#""answers":{"land":["private"]}"#, #""answers":{"land":["private","city"]}"#],
        [
            #""zones":[{"layer":"park"}]"#, #""zones":[{"layer":"park","codes":["P"]}]"#,
            #""zones":[{"layer":"park","codes":["R"]}]"#, #""zones":[{"layer":"park","within_m":10}]"#,
            #""zones":[{"layer":"park","codes":["R"],"within_m":20}]"#,
        ],
        [
            #""not_zones":[{"layer":"park"}]"#, #""not_zones":[{"layer":"park","codes":["P"]}]"#,
            #""not_zones":[{"layer":"park","codes":["R"],"within_m":15}]"#,
        ],
    ]

    private static let validities = [
        "", "", "", #","valid_from":"2026-06-01""#, #","valid_until":"2026-09-01""#,
        #","valid_from":"2026-06-01","valid_until":"2026-09-01""#,
    ]

    @Test func `a rule that can never match never decides`() throws {
        var random = SeededRandom(3)
        let day = try #require(CivilDate(parsing: "2026-11-01"))
        var impossible = 0
        for _ in 0..<150 {
            let texts = (0..<4).map { RuleComparisonTests.rule($0, &random) }
            let city = PlainCity.documents(rules: texts)
            let findings = CityChecks.findings(in: city, on: day)
            let dead = (0..<4).filter { index in
                findings.contains {
                    $0.place.hasPrefix("rules[\(index)]") && $0.what.hasPrefix("can never match")
                }
            }
            guard !dead.isEmpty else { continue }
            impossible += dead.count
            let world = try World(city)
            for _ in 0..<300 {
                guard case .rule(let rule) = try world.decision(&random).rule else { continue }
                #expect(!dead.contains { rule.id == "r\($0)" }, "\(texts)")
            }
        }
        // Else the test says nothing.
        #expect(impossible > 50)
    }

    private static func rule(_ index: Int, _ random: inout SeededRandom) -> String {
        var drawn: [String] = []
        for choices in conditions where Int.random(in: 0..<4, using: &random) == 0 {
            drawn += choices.randomElement(using: &random).map { [$0] } ?? []
        }
        let validity = validities.randomElement(using: &random) ?? ""
        return PlainCity.rule("r\(index)", when: drawn.joined(separator: ","), validity)
    }
}

/// The plain city, ready to decide about drawn reports.
private struct World {
    let routing: Routing
    let catalogue: CategoryCatalogue
    let calendar: HolidayCalendar
    let districts: [District]
    let zones: [Zone]

    init(_ city: CityDocuments) throws {
        func bytes(_ name: String) throws -> [UInt8] { try #require(city[name].last).content }
        catalogue = try CategoryCatalogue(parsing: bytes("categories"))
        calendar = try HolidayCalendar(parsing: bytes("holidays"))
        districts = try District.all(parsing: bytes("districts"))
        zones = try ZoneLayer(parsing: bytes("zones/park"), name: "zones/park").zones.filter {
            $0.use == .routing
        }
        routing = Routing(
            rules: try RoutingRules(parsing: bytes("routing")),
            units: try UnitDirectory(parsing: bytes("units")),
            catalogue: catalogue
        )
    }

    func decision(_ random: inout SeededRandom) throws -> Decision {
        let category = try #require(catalogue.categories.randomElement(using: &random))
        let district = try #require(districts.randomElement(using: &random))
        let site = Site(
            coordinate: try #require(Coordinate(longitude: 19.9, latitude: 50)),
            metres: Metres(x: 0, y: 0),
            district: DistrictFinding(district: district, way: .inside, candidates: []),
            zones: zones.map {
                ZoneFinding(zone: $0, distance: Double(Int.random(in: 0...30, using: &random)), margin: 100)
            }
        )
        // A holiday on a Friday, and any other day of the year.
        let holiday = try #require(CivilDate(parsing: "2026-12-25"))
        let first = try #require(CivilDate(parsing: "2026-01-01"))
        let date =
            Bool.random(using: &random)
            ? CivilDate(daysSince1970: first.daysSince1970 + .random(in: 0..<365, using: &random)) : holiday
        let moment = LocalMoment(
            date: date,
            secondOfDay: .random(in: 0..<86_400, using: &random),
            offset: 3_600
        )
        return routing.decide(
            Circumstances(
                site: Bool.random(using: &random) || Bool.random(using: &random) ? site : nil,
                category: category,
                kind: category.kinds.randomElement(using: &random),
                at: moment,
                calendar: calendar,
                answers: [[:], ["land": ["private"]], ["land": ["city"]]].randomElement(using: &random) ?? [:]
            )
        )
    }
}

/// The same numbers on every run, so that a failing property can be had again.
private struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
        return mixed ^ mixed >> 31
    }
}
