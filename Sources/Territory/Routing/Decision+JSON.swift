package import Formats
import Reports

extension JSONWriter {
    /// Writes a decision with its whole explanation.
    package mutating func decision(_ decision: Decision) {
        beginObject()
        key("outcome")
        outcome(decision.outcome)
        key("rule")
        stringIfAny(decision.rule.id)
        key("stage")
        string(decision.rule.stage)
        key("why")
        localized(decision.why)
        key("looked")
        beginArray()
        // Most rules are about other categories: to say so of each would bury what matters.
        for trace in decision.looked where trace.verdict != .refused(.categories) {
            self.trace(trace, decision.circumstances)
        }
        endArray()
        key("steps")
        beginArray()
        for step in decision.steps { self.step(step) }
        endArray()
        key("doubts")
        beginArray()
        for doubt in decision.doubts { self.doubt(doubt, decision.outcome) }
        endArray()
        key("needs_review")
        bool(decision.needsReview)
        endObject()
    }

    /// Writes what becomes of a report; every member is always there.
    package mutating func outcome(_ outcome: Outcome) {
        var desk: Unit.Desk?
        var advice: LocalizedText?
        var number = outcome.unit?.emergencyNumber
        let kind: String
        switch outcome {
        case .unit(_, let its):
            kind = "unit"
            desk = its
        case .external(_, let its):
            kind = "external"
            advice = its
        case .outOfScope(let its):
            kind = "out_of_scope"
            advice = its
        case .emergency(let its, let words):
            kind = "emergency"
            number = its
            advice = words
        }
        beginObject()
        key("kind")
        string(kind)
        key("unit")
        unitIfAny(outcome.unit)
        key("desk")
        if let desk { self.desk(desk) } else { null() }
        key("advice")
        localizedIfAny(advice)
        key("number")
        stringIfAny(number)
        endObject()
    }

    /// Writes a unit's code and name, or null.
    mutating func unitIfAny(_ unit: Unit?) {
        guard let unit else { return null() }
        beginObject()
        key("code")
        string(unit.code)
        key("name")
        localized(unit.name)
        endObject()
    }

    private mutating func trace(_ trace: RuleTrace, _ circumstances: Circumstances) {
        beginObject()
        key("rule")
        string(trace.rule.id)
        key("name")
        localized(trace.rule.name)
        key("matched")
        bool(trace.verdict == .matched)
        key("refused_by")
        if case .refused(let selector) = trace.verdict { string(selector.rawValue) } else { null() }
        key("reason")
        localized(trace.reason(in: circumstances))
        endObject()
    }

    private mutating func step(_ step: UnitStep) {
        beginObject()
        key("from")
        string(step.from)
        key("to")
        string(step.to)
        key("why")
        localized(step.why)
        endObject()
    }

    private mutating func doubt(_ doubt: Doubt, _ outcome: Outcome) {
        beginObject()
        switch doubt.border {
        case .zone(let finding):
            key("zone")
            string(finding.zone.identifier)
            key("name")
            string(finding.zone.name)
            key("precision_m")
            number(finding.zone.precision)
        case .district(let candidate):
            key("district")
            string(candidate.district.code)
            key("name")
            string(candidate.district.name)
            key("precision_m")
            number(candidate.district.precision)
        }
        key("distance_m")
        number((doubt.distance * 10).rounded() / 10)
        key("matters")
        bool(doubt.otherwise != outcome)
        key("otherwise")
        self.outcome(doubt.otherwise)
        endObject()
    }
}
