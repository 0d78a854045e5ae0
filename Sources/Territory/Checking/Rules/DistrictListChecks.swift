import Formats
import Reports

/// Whether categories that are shared out by districts leave no district out, as the tree-felling desks.
struct DistrictListChecks {
    let city: ReadableCity
    let catalogue: CategoryCatalogue
    let rules: RoutingRules
    let day: CivilDate

    func run(_ findings: inout [Finding]) {
        for category in catalogue.categories {
            let plain = rules.rules.enumerated().filter { $0.element.conditions.isPlain(for: category) }
            guard plain.contains(where: { !$0.element.conditions.districts.isEmpty }) else { continue }
            for day in turningDays {
                check(category, plain.map { ($0.offset, $0.element) }, on: day, &findings)
            }
        }
    }

    private func check(
        _ category: Category,
        _ plain: [(index: Int, rule: RoutingRule)],
        on day: CivilDate,
        _ findings: inout [Finding]
    ) {
        let running = plain.filter { $0.rule.validity.contains(day) }
        let lists = running.filter { !$0.rule.conditions.districts.isEmpty }
        guard let first = lists.first else { return }
        let hasDefault = running.contains { $0.rule.conditions.districts.isEmpty }
        for district in city.districts(on: day) {
            let takers = lists.filter { $0.rule.conditions.districts.contains(district.code) }
            if takers.isEmpty, !hasDefault {
                findings.add(
                    .error,
                    in: "routing",
                    at: "rules[\(first.index)] (\(first.rule.id)).when.districts",
                    "\(category.code) is shared out by districts, but from \(day) on \(district.code) "
                        + "stands in none of the lists",
                    mend: "add \(district.code) to a list, or a rule without districts after them"
                )
            } else if takers.count > 1 {
                let ids = takers.map { "'\($0.rule.id)'" }.joined(separator: ", ")
                findings.add(
                    .warning,
                    in: "routing",
                    at: "rules[\(takers[1].index)] (\(takers[1].rule.id)).when.districts",
                    "for \(category.code), from \(day) on, \(district.code) stands in \(ids); the first decides",
                    mend: "leave \(district.code) out of all lists but one"
                )
            }
        }
    }

    /// Today, and every later day on which districts or rules change.
    private var turningDays: [CivilDate] {
        var turns = city.districts.compactMap(\.validFrom)
        let validities =
            city.districts.flatMap { $0.content.map(\.validity) } + rules.rules.map(\.validity)
        turns += validities.flatMap { [$0.from, $0.until] }.compactMap { $0 }
        return [day] + Set(turns.filter { $0 > day }).sorted()
    }
}

extension RuleConditions {
    /// Whether nothing but the category and perhaps the district decides.
    fileprivate func isPlain(for category: Category) -> Bool {
        mean(category) && kinds.isEmpty && zones.isEmpty && excludedZones.isEmpty && time == nil
            && answers.isEmpty
    }
}
