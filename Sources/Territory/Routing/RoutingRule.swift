package import Formats
package import Reports

/// One rule of a city: for which reports it speaks, and what becomes of them.
///
/// A class only because every decision names dozens of rules, and naming must not copy them.
package final class RoutingRule: Sendable {
    /// Unique among the rules: `motorway`.
    package let id: String
    package let stage: RoutingStage
    package let name: LocalizedText
    package let conditions: RuleConditions
    package let consequence: RuleConsequence
    /// A sentence to a resident: why it is this unit.
    package let why: LocalizedText
    package let validity: Validity

    init(
        id: String,
        stage: RoutingStage,
        name: LocalizedText,
        conditions: RuleConditions,
        consequence: RuleConsequence,
        why: LocalizedText,
        validity: Validity
    ) {
        self.id = id
        self.stage = stage
        self.name = name
        self.conditions = conditions
        self.consequence = consequence
        self.why = why
        self.validity = validity
    }
}

/// What a rule goes by, in the order in which they precede each other.
package enum RoutingStage: String, CaseIterable, Comparable, Sendable {
    /// Somebody is in danger.
    case emergency
    /// A motorway, a railway or a river has a keeper of its own.
    case corridor
    /// So has a park, a forest, a cemetery.
    case land
    case district
    case category

    package static func < (left: RoutingStage, right: RoutingStage) -> Bool {
        left.order < right.order
    }

    private var order: Int {
        switch self {
        case .emergency: 0
        case .corridor: 1
        case .land: 2
        case .district: 3
        case .category: 4
        }
    }
}

/// What becomes of a report for which a rule speaks.
package enum RuleConsequence: Sendable, Equatable {
    /// The unit of this code handles it, at a desk if one is named.
    case unit(String, desk: String?)
    /// The external unit of this code is to be asked; nil means its own advice.
    case external(String, advice: LocalizedText?)
    /// The city has no say: no case, only advice.
    case outOfScope(advice: LocalizedText)
    /// Call this number at once.
    case emergency(number: String, advice: LocalizedText)
}
