import Formats
import Reports

extension Routing {
    /// What a rule comes to on a day.
    struct Resolution {
        let outcome: Outcome
        let rule: RuleReference
        let steps: [UnitStep]
    }

    /// What a rule comes to, or the category's own unit where no rule spoke.
    func resolution(of rule: RoutingRule?, for circumstances: Circumstances) -> Resolution {
        guard let rule else { return fallback(for: circumstances) }
        switch rule.consequence {
        case .unit(let code, let desk):
            let (unit, steps) = inCharge(code, circumstances)
            let outcome = outcome(unit, desk: desk.flatMap(unit.desk), advice: nil)
            return Resolution(outcome: outcome, rule: .rule(rule), steps: steps)
        case .external(let code, let advice):
            let (unit, steps) = inCharge(code, circumstances)
            // Advice about one unit doesn't fit the one that took over.
            let outcome = outcome(unit, desk: nil, advice: unit.code == code ? advice : nil)
            return Resolution(outcome: outcome, rule: .rule(rule), steps: steps)
        case .outOfScope(let advice):
            return Resolution(outcome: .outOfScope(advice: advice), rule: .rule(rule), steps: [])
        case .emergency(let number, let advice):
            return Resolution(
                outcome: .emergency(number: number, advice: advice),
                rule: .rule(rule),
                steps: []
            )
        }
    }

    private func fallback(for circumstances: Circumstances) -> Resolution {
        let (unit, steps) = inCharge(circumstances.category.unit, circumstances)
        let isLost = steps.last.map { $0.reason == .unknown || $0.reason == .nobody } ?? false
        return Resolution(
            outcome: outcome(unit, desk: nil, advice: nil),
            rule: isLost ? .queue : .category,
            steps: steps
        )
    }

    private func inCharge(_ code: String, _ circumstances: Circumstances) -> (unit: Unit, steps: [UnitStep]) {
        units.inCharge(code, of: circumstances.category, on: circumstances.moment.date)
    }

    private func outcome(_ unit: Unit, desk: Unit.Desk?, advice: LocalizedText?) -> Outcome {
        switch unit.kind {
        case .own, .queue: .unit(unit, desk: desk)
        case .external: .external(unit, advice: advice ?? unit.advice ?? unit.handles)
        }
    }
}
