import Reports

/// Whether one rule speaks wherever another does.
///
/// Sound, not complete: a yes is certain; rules that cover another only together are not found.
struct RuleComparison {
    let city: ReadableCity
    let catalogue: CategoryCatalogue

    /// Whether `first` matches every report that `second` matches.
    func speaks(_ first: RoutingRule, wherever second: RoutingRule) -> Bool {
        let (wide, narrow) = (first.conditions, second.conditions)
        return covers(first.validity, second.validity)
            && catalogue.categories.allSatisfy { !narrow.mean($0) || wide.mean($0) }
            && covers(wide.kinds, narrow.kinds)
            && covers(wide.districts, narrow.districts)
            && (wide.time.map { time in narrow.time.map { implies($0, time) } ?? false } ?? true)
            && wide.answers.allSatisfy { asked in
                narrow.answers.contains { $0.question == asked.question && covers(asked.values, $0.values) }
            }
            && (wide.zones.isEmpty
                || !narrow.zones.isEmpty
                    && narrow.zones.allSatisfy { zone in wide.zones.contains { implies(zone, $0) } })
            && wide.excludedZones.allSatisfy { zone in
                narrow.excludedZones.contains { implies(zone, $0) }
            }
    }

    /// Whether a place that fulfils the first condition fulfils the second.
    func implies(_ first: ZoneCondition, _ second: ZoneCondition) -> Bool {
        guard first.layer == second.layer else { return false }
        guard second.codes.isEmpty || !first.codes.isEmpty && covers(second.codes, first.codes) else {
            return false
        }
        switch (first.within, second.within) {
        case (nil, nil): return true
        case (let narrow?, let wide?): return narrow <= wide
        case (nil, let wide?): return reaches(of: first).allSatisfy { $0 <= wide }
        case (let narrow?, nil): return reaches(of: first).allSatisfy { narrow <= $0 }
        }
    }

    /// How far the zones that are meant reach by themselves, in all editions.
    private func reaches(of condition: ZoneCondition) -> [Double] {
        (city.layers["zones/\(condition.layer)"] ?? []).flatMap(\.content.zones).filter(condition.means).map(
            \.reach
        )
    }

    private func implies(_ first: TimeCondition, _ second: TimeCondition) -> Bool {
        switch (first, second) {
        case (.officeHours, .notHoliday), (.holiday, .outsideOfficeHours): true
        default: first == second
        }
    }

    /// Whether a list that asks for nothing when empty lets through whatever another one does.
    private func covers<Code: Hashable>(_ wide: [Code], _ narrow: [Code]) -> Bool {
        wide.isEmpty || !narrow.isEmpty && Set(wide).isSuperset(of: narrow)
    }

    private func covers(_ wide: Validity, _ narrow: Validity) -> Bool {
        let begins = wide.from.map { start in narrow.from.map { start <= $0 } ?? false } ?? true
        let ends = wide.until.map { end in narrow.until.map { $0 <= end } ?? false } ?? true
        return begins && ends
    }
}
