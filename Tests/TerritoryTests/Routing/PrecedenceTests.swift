import Formats
import Reports
import Territory
import TestSupport
import Testing

/// The rules sorted by category decide as the file does when it is read from top to bottom.
struct PrecedenceTests {
    @Test func `the first rule of the file that holds decides, at any place and time`() throws {
        let city = try ShippedCity.load()
        var generator = SeededGenerator(0x5275_6C65)
        var decided: Set<String> = []
        for _ in 0..<4_000 {
            let category = try #require(city.catalogue.categories.randomElement(using: &generator))
            let district = try #require(city.districts.randomElement(using: &generator))
            let zones = try (0..<Int.random(in: 0...3, using: &generator)).map { _ in
                let layer = try #require(city.layers.randomElement(using: &generator))
                let zone = try #require(layer.zones.randomElement(using: &generator))
                let metres = Double.random(in: -20...40, using: &generator)
                return ShippedCity.Near(zone: zone.identifier, metres: metres)
            }
            var answers: [String: [String]] = [:]
            for question in category.questions where Bool.random(using: &generator) {
                answers[question.code] = question.choices.randomElement(using: &generator).map { [$0.code] }
            }
            let day = CivilDate(daysSince1970: Int64.random(in: 19_500...21_000, using: &generator))
            let circumstances = Circumstances(
                site: try city.site(in: district.code, near: zones),
                category: category,
                kind: category.kinds.randomElement(using: &generator),
                at: LocalMoment(
                    date: day,
                    secondOfDay: Int.random(in: 0..<86_400, using: &generator),
                    offset: 3_600
                ),
                calendar: city.calendar,
                answers: answers
            )
            let decision = city.routing.decide(circumstances)
            let rules = city.routing.rules
            let expected = rules.rules.first { holds($0, circumstances, rules.officeHours) }
            #expect(decision.rule.id == expected?.id, "\(category.code) \(day)")
            decided.insert(decision.rule.id ?? "")
        }
        // All but a few of the rules had their say.
        #expect(decided.count > 40)
    }

    private func holds(_ rule: RoutingRule, _ circumstances: Circumstances, _ hours: OfficeHours) -> Bool {
        let conditions = rule.conditions
        let category = circumstances.category
        let isOpen = hours.contains(circumstances.moment, isHoliday: circumstances.isHoliday)
        let site = circumstances.site
        func lies(in zones: [ZoneCondition]) -> Bool {
            (site?.zones ?? []).contains { finding in
                zones.contains { wanted in
                    wanted.layer == finding.zone.layer
                        && (wanted.codes.isEmpty || wanted.codes.contains(finding.zone.code))
                        && finding.distance <= wanted.within ?? finding.zone.reach
                }
            }
        }
        let isMeant =
            conditions.categories.contains(category.code) || conditions.groups.contains(category.group)
        let parts = [
            rule.validity.contains(circumstances.moment.date),
            isMeant || conditions.categories.isEmpty && conditions.groups.isEmpty,
            conditions.kinds.isEmpty || conditions.kinds.contains(circumstances.kind),
            conditions.districts.isEmpty
                || conditions.districts.contains(site?.district.district.code ?? ""),
            conditions.zones.isEmpty || lies(in: conditions.zones),
            !lies(in: conditions.excludedZones),
            conditions.time != .officeHours || isOpen,
            conditions.time != .outsideOfficeHours || !isOpen,
            conditions.time != .holiday || circumstances.isHoliday,
            conditions.time != .notHoliday || !circumstances.isHoliday,
            conditions.answers.allSatisfy { answer in
                !(circumstances.answers[answer.question] ?? []).filter(answer.values.contains).isEmpty
            },
        ]
        return parts.allSatisfy { $0 }
    }
}
