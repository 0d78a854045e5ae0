package import Reports

/// Decides who is in charge of a report: the rules, the units and the categories of a city, made ready.
///
/// A value without a clock or any I/O: the same circumstances always give the same decision.
package struct Routing: Sendable {
    package let rules: RoutingRules
    package let units: UnitDirectory
    /// What the rules say about each category, by its code.
    private let agendas: [String: RoutingAgenda]

    /// Sorts the rules by the categories that they are about.
    package init(rules: RoutingRules, units: UnitDirectory, catalogue: CategoryCatalogue) {
        self.rules = rules
        self.units = units
        var agendas: [String: RoutingAgenda] = [:]
        for category in catalogue.categories {
            agendas[category.code] = RoutingAgenda(of: category, in: rules.rules)
        }
        self.agendas = agendas
    }

    /// Decides about a report.
    package func decide(_ circumstances: Circumstances) -> Decision {
        let category = circumstances.category
        let agenda = agendas[category.code] ?? RoutingAgenda(of: category, in: rules.rules)
        let scene = Scene(circumstances, officeHours: rules.officeHours)
        let match = agenda.firstMatch(in: scene)
        let resolution = resolution(of: match.map { agenda[$0] }, for: circumstances)
        var doubts = RoutingDoubts(outcome: resolution.outcome, match: match)
        if let site = circumstances.site {
            for candidate in site.district.candidates {
                let other = agenda.firstMatch(in: scene.inDistrict(candidate.district.code))
                doubts.add(candidate, match: other) {
                    self.resolution(of: other.map { agenda[$0] }, for: circumstances).outcome
                }
            }
            for move in agenda.moves(in: site) {
                let other = agenda.firstMatch(in: scene.with(move))
                doubts.add(site.zones[move.position], match: other) {
                    self.resolution(of: other.map { agenda[$0] }, for: circumstances).outcome
                }
            }
        }
        return Decision(
            circumstances: circumstances,
            outcome: resolution.outcome,
            rule: resolution.rule,
            steps: resolution.steps,
            looked: agenda.traces(upTo: match, in: scene),
            doubts: doubts.found
        )
    }
}

/// The doubts about a decision, as they are collected.
private struct RoutingDoubts {
    let outcome: Outcome
    let match: Int?
    var found: [Doubt] = []

    /// Another district is always a doubt, even where the same unit is in charge.
    mutating func add(_ candidate: DistrictFinding.Candidate, match other: Int?, otherwise: () -> Outcome) {
        found.append(Doubt(border: .district(candidate), otherwise: other == match ? outcome : otherwise()))
    }

    /// A zone is a doubt only if something else would come of it.
    mutating func add(_ finding: ZoneFinding, match other: Int?, otherwise: () -> Outcome) {
        guard other != match else { return }
        let otherwise = otherwise()
        guard otherwise != outcome else { return }
        let isKnown = found.contains { doubt in
            guard case .zone(let known) = doubt.border else { return false }
            return known.zone.identifier == finding.zone.identifier && doubt.otherwise == otherwise
        }
        if !isKnown { found.append(Doubt(border: .zone(finding), otherwise: otherwise)) }
    }
}
