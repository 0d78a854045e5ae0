import Reports

/// The checks whether each rule can ever speak.
struct RuleReachChecks {
    let city: ReadableCity
    let catalogue: CategoryCatalogue
    let rules: RoutingRules

    func run(_ findings: inout [Finding]) {
        let comparison = RuleComparison(city: city, catalogue: catalogue)
        for (index, rule) in rules.rules.enumerated() {
            let place = "rules[\(index)] (\(rule.id))"
            if let reason = impossibility(of: rule, comparison) {
                findings.add(
                    .error,
                    in: "routing",
                    at: "\(place).when",
                    "can never match: \(reason)",
                    mend: "mend the conditions, or leave the rule out"
                )
                continue
            }
            if let earlier = rules.rules[..<index].first(where: { comparison.speaks($0, wherever: rule) }) {
                findings.add(
                    .error,
                    in: "routing",
                    at: place,
                    "can never match: '\(earlier.id)' stands before it and matches whatever it matches",
                    mend: "put it before '\(earlier.id)', or make that one narrower"
                )
            }
        }
    }

    private func impossibility(of rule: RoutingRule, _ comparison: RuleComparison) -> String? {
        let conditions = rule.conditions
        let meant = catalogue.categories.filter(conditions.mean)
        if meant.isEmpty { return "no category is meant" }
        if !conditions.kinds.isEmpty {
            let kinds = meant.flatMap(\.kinds)
            if !conditions.kinds.contains(where: kinds.contains) {
                let words = conditions.kinds.map(\.rawValue).joined(separator: ", ")
                return "none of its categories can be a report of the kind \(words)"
            }
        }
        if conditions.time == .holiday, city.holidays?.holidays.isEmpty == true {
            return "there are no holidays"
        }
        let isExcluded = conditions.zones.allSatisfy { zone in
            conditions.excludedZones.contains { comparison.implies(zone, $0) }
        }
        if !conditions.zones.isEmpty, isExcluded { return "not_zones excludes all of its zones" }
        return nil
    }
}
