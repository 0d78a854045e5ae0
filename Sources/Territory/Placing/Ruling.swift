package import Reports

/// Where a matter lies and who is in charge, with everything that led to it.
package struct Ruling: Sendable {
    package let site: Site
    package let decision: Decision
    /// The version of the city's areas, units and rules.
    package let cityVersion: Int

    /// What a report keeps of it; `unit` is the one to whom the report is given.
    package func placement(unit: Unit) -> Placement {
        Placement(
            coordinate: site.coordinate,
            metres: site.metres,
            district: site.district.district.code,
            unit: unit.code,
            grounds: PlacementGrounds(
                cityVersion: cityVersion,
                rule: decision.rule.id ?? decision.rule.stage,
                why: decision.why,
                needsReview: decision.needsReview,
                facts: facts
            )
        )
    }
}
