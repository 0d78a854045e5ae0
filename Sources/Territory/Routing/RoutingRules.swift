package import Reports

/// The rules of a city in their order, as `routing.json` holds them: the first that matches decides.
package struct RoutingRules: Sendable {
    package let rules: [RoutingRule]
    package let officeHours: OfficeHours

    /// The widest distance in metres at which a rule asks for a zone, beyond the zones' own reach.
    package var widestReach: Double {
        var widest = 0.0
        for rule in rules {
            for zone in rule.conditions.zones + rule.conditions.excludedZones {
                widest = max(widest, zone.within ?? 0)
            }
        }
        return widest
    }
}
