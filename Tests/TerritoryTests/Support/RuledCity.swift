import Formats
import Reports
import Territory
import Testing

/// A city of three units and two categories, with rules made to measure.
struct RuledCity {
    static let units = #"""
        {"queue":"Q","units":[
        {"code":"Q","name":{"pl":"Kolejka","en":"Queue"},"kind":"queue","handles":{"pl":"h","en":"h"}},
        {"code":"A","name":{"pl":"Jednostka A","en":"Unit A"},"kind":"own","handles":{"pl":"h","en":"h"},
         "desks":[{"code":"d1","name":{"pl":"Biurko","en":"Desk"}}]},
        {"code":"B","name":{"pl":"Jednostka B","en":"Unit B"},"kind":"own","handles":{"pl":"h","en":"h"},
         "valid_until":"2025-01-01","successors":[{"unit":"X"}]},
        {"code":"X","name":{"pl":"Obcy","en":"Stranger"},"kind":"external","handles":{"pl":"h","en":"h"},
         "advice":{"pl":"Zapytaj X","en":"Ask X"},"emergency_number":"991"}
        ]}
        """#
    static let categories = #"""
        {"groups":[{"code":"g","name":{"pl":"G","en":"G"}},{"code":"h","name":{"pl":"H","en":"H"}}],
        "categories":[
        {"code":"g.one","group":"g","kind":"intervention","also":["idea"],"name":{"pl":"Raz","en":"One"},"unit":"A"},
        {"code":"h.two","group":"h","kind":"inquiry","name":{"pl":"Dwa","en":"Two"},"unit":"NOBODY"}]}
        """#

    let routing: Routing
    let catalogue: CategoryCatalogue

    init(rules: [String]) throws {
        let catalogue = try CategoryCatalogue(parsing: Array(Self.categories.utf8))
        self.catalogue = catalogue
        routing = Routing(
            rules: try Self.read(rules),
            units: try UnitDirectory(parsing: Array(Self.units.utf8)),
            catalogue: catalogue
        )
    }

    /// The rules of a file that holds these.
    static func read(_ rules: [String]) throws -> RoutingRules {
        let hours = #""office_hours":{"days":["mon","tue","wed","thu","fri"],"from":"07:40","until":"15:30"}"#
        return try RoutingRules(parsing: Array("{\(hours),\"rules\":[\(rules.joined(separator: ","))]}".utf8))
    }

    /// A rule as it stands in a file.
    static func rule(
        _ id: String,
        when: String = "",
        then: String = #""unit":"A""#,
        stage: String = "land",
        besides: String = ""
    ) -> String {
        #"{"id":"\#(id)","stage":"\#(stage)","name":{"pl":"Reguła","en":"Rule"},"when":{\#(when)},"then":{\#(then)},"#
            + #""why":{"pl":"Bo tak","en":"Because"}\#(besides)}"#
    }

    func decide(
        _ category: String = "g.one",
        at site: Site? = nil,
        kind: ReportKind? = nil,
        answers: [String: [String]] = [:],
        date: String = "2026-06-30"
    ) throws -> Decision {
        let date = try #require(CivilDate(parsing: date))
        return routing.decide(
            Circumstances(
                site: site,
                category: try #require(catalogue[category]),
                kind: kind,
                at: LocalMoment(date: date, secondOfDay: 12 * 3_600, offset: 7_200),
                calendar: HolidayCalendar(holidays: []),
                answers: answers
            )
        )
    }
}
