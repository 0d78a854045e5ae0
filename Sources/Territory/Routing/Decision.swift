package import Formats
package import Reports

/// What becomes of a report, and everything that led to it.
package struct Decision: Sendable {
    package let circumstances: Circumstances
    package let outcome: Outcome
    package let rule: RuleReference
    /// How the unit that is in force was found from the one that was named; usually empty.
    package let steps: [UnitStep]
    /// All rules up to the one that decided, in their order.
    package let looked: [RuleTrace]
    /// What would have been decided if a border ran elsewhere, as exactly as borders are known.
    package let doubts: [Doubt]

    /// Whether a human should look where exactly the place is.
    package var needsReview: Bool { !doubts.isEmpty }

    /// A sentence to a resident: why it is this unit.
    package var why: LocalizedText {
        let category = circumstances.category.name
        switch rule {
        case .rule(let rule):
            return rule.why
        case .category:
            let unit = outcome.unit?.name ?? category
            return LocalizedText(
                pl: "Sprawy z kategorii „\(category.pl)” prowadzi w tym miejscu: \(unit.pl).",
                en: "Matters of the category “\(category.en)” belong here to: \(unit.en)."
            )
        case .queue:
            let unit = outcome.unit?.name ?? category
            return LocalizedText(
                pl: "Nie wiadomo, kto prowadzi sprawy z kategorii „\(category.pl)”; ustali to \(unit.pl).",
                en:
                    "It isn't known who handles matters of the category “\(category.en)”; \(unit.en) finds out."
            )
        }
    }
}

/// What becomes of a report.
package enum Outcome: Sendable, Equatable {
    /// A unit of the city handles it.
    case unit(Unit, desk: Unit.Desk?)
    /// Somebody else is to be asked; no case is opened.
    case external(Unit, advice: LocalizedText)
    /// The city has no say; no case is opened.
    case outOfScope(advice: LocalizedText)
    /// A number is to be called at once.
    case emergency(number: String, advice: LocalizedText)

    /// The unit in charge, or the external one to ask.
    package var unit: Unit? {
        switch self {
        case .unit(let unit, _), .external(let unit, _): unit
        case .outOfScope, .emergency: nil
        }
    }

    /// The code of the unit to which a report goes, or the word for why it goes to none.
    var party: String {
        switch self {
        case .unit(let unit, _), .external(let unit, _): unit.code
        case .outOfScope: "out_of_scope"
        case .emergency: "emergency"
        }
    }
}

/// What decided.
package enum RuleReference: Sendable {
    case rule(RoutingRule)
    /// No rule spoke: the category's own unit.
    case category
    /// The category's own unit isn't known or not in force: the contact centre.
    case queue

    /// The rule's identifier, if it was a rule.
    package var id: String? {
        if case .rule(let rule) = self { rule.id } else { nil }
    }

    /// The rule's stage, or `category` or `queue`.
    package var stage: String {
        switch self {
        case .rule(let rule): rule.stage.rawValue
        case .category: "category"
        case .queue: "queue"
        }
    }
}

/// What would have been decided if a border ran elsewhere.
package struct Doubt: Sendable {
    /// Whose border it is.
    package enum Border: Sendable {
        case zone(ZoneFinding)
        /// The place may lie in this district.
        case district(DistrictFinding.Candidate)
    }

    package let border: Border
    package let otherwise: Outcome

    /// Metres from the place to the border.
    package var distance: Double {
        switch border {
        case .zone(let finding): abs(finding.depthDistance)
        case .district(let candidate): candidate.distance
        }
    }
}
