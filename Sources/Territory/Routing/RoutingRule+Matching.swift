import Formats
import Reports

/// What a rule can ask for, and so why it doesn't speak.
package enum RuleSelector: String, Sendable {
    case validity
    case categories
    case kinds
    case answers
    case time
    case districts
    case zones
    case excludedZones = "not_zones"
}

extension RoutingRule {
    /// The first condition that doesn't hold, nil if the rule speaks; the category is known to be meant.
    func refusal(in scene: Scene) -> RuleSelector? {
        let circumstances = scene.circumstances
        if !validity.contains(circumstances.moment.date) { return .validity }
        if !conditions.kinds.isEmpty, !conditions.kinds.contains(circumstances.kind) { return .kinds }
        if !conditions.answers.allSatisfy(scene.holds) { return .answers }
        if let time = conditions.time, !scene.holds(time) { return .time }
        if !conditions.districts.isEmpty {
            guard let district = scene.district, conditions.districts.contains(district) else {
                return .districts
            }
        }
        if !conditions.zones.isEmpty, !conditions.zones.contains(where: scene.holds) { return .zones }
        if conditions.excludedZones.contains(where: scene.holds) { return .excludedZones }
        return nil
    }
}
