import Formats
import Reports

/// Whether there is a unit in force, today and on every later turn, for whatever categories and rules name.
struct InChargeChecks {
    let city: ReadableCity
    let units: UnitDirectory
    let catalogue: CategoryCatalogue
    let day: CivilDate

    func run(_ findings: inout [Finding]) {
        let days = turningDays
        for (index, category) in catalogue.categories.enumerated() {
            let place = "categories[\(index)] (\(category.code)).unit"
            guard units[category.unit] != nil else {
                findings.add(
                    .error,
                    in: "categories",
                    at: place,
                    "there is no unit '\(category.unit)'",
                    mend: "name a code of units.json"
                )
                continue
            }
            if let lost = lost(category.unit, of: category, on: days) {
                findings.add(.error, in: "categories", at: place, lost, mend: mend)
            }
        }
        for (index, rule) in (city.rules?.rules ?? []).enumerated() {
            check(rule, at: "rules[\(index)] (\(rule.id)).then", days, &findings)
        }
    }

    private func check(
        _ rule: RoutingRule,
        at place: String,
        _ days: [CivilDate],
        _ findings: inout [Finding]
    ) {
        guard let code = rule.consequence.unit else { return }
        guard let unit = units[code] else {
            findings.add(
                .error,
                in: "routing",
                at: place,
                "there is no unit '\(code)'",
                mend: "name a code of units.json"
            )
            return
        }
        if let contradiction = rule.consequence.contradiction(to: unit) {
            findings.add(.error, in: "routing", at: place, contradiction.what, mend: contradiction.mend)
        }
        let running = days.filter(rule.validity.contains)
        for category in catalogue.categories where rule.conditions.mean(category) {
            if let lost = lost(code, of: category, on: running) {
                findings.add(.error, in: "routing", at: place, "for \(category.code): \(lost)", mend: mend)
                return
            }
            if let desk = rule.consequence.desk, let what = missing(desk, of: code, category, on: running) {
                findings.add(
                    .error,
                    in: "routing",
                    at: "\(place).desk",
                    what,
                    mend: "name a desk of the unit, or add it in units.json"
                )
                return
            }
        }
    }

    private var mend: String { "name a unit in force, or the unit's successor in units.json" }

    /// Today, and every later day on which a unit begins or ends.
    private var turningDays: [CivilDate] {
        let turns = units.units.flatMap { [$0.validity.from, $0.validity.until] }.compactMap { $0 }
        return [day] + Set(turns.filter { $0 > day }).sorted()
    }

    /// What is wrong on the first day on which nobody is in charge.
    private func lost(_ code: String, of category: Category, on days: [CivilDate]) -> String? {
        for day in days {
            let (_, steps) = units.inCharge(code, of: category, on: day)
            guard let last = steps.last, last.reason == .nobody || last.reason == .unknown else { continue }
            return "on \(day) '\(last.from)' is not in force and nobody takes over: reports go to the queue"
        }
        return nil
    }

    /// What is wrong on the first day on which the unit in charge has no such desk.
    private func missing(
        _ desk: String,
        of code: String,
        _ category: Category,
        on days: [CivilDate]
    ) -> String? {
        for day in days {
            let (unit, _) = units.inCharge(code, of: category, on: day)
            if unit.desk(desk) == nil { return "'\(unit.code)', in charge on \(day), has no desk '\(desk)'" }
        }
        return nil
    }
}

extension RuleConsequence {
    /// The code of the unit that is named, if one is.
    var unit: String? {
        switch self {
        case .unit(let code, _), .external(let code, _): code
        case .outOfScope, .emergency: nil
        }
    }

    /// The desk that is named, if one is.
    var desk: String? {
        if case .unit(_, let desk) = self { desk } else { nil }
    }

    /// Why the unit that is named can't be meant, if so.
    fileprivate func contradiction(to unit: Unit) -> (what: String, mend: String)? {
        switch self {
        case .unit where unit.kind == .external:
            ("'\(unit.code)' is external: no case is opened", "write \"external\" instead of \"unit\"")
        case .external where unit.kind != .external:
            ("'\(unit.code)' is the city's own: a case is opened", "write \"unit\" instead of \"external\"")
        default: nil
        }
    }
}
