import Reports

/// The rules that can speak for reports of one category.
struct RoutingAgenda: Sendable {
    /// Every rule; those that can't speak are refused already.
    private let traces: [RuleTrace]
    /// The positions of those that can, in their order.
    private let candidates: [Int]
    /// The layers that they ask for.
    private let layers: [String]

    /// Picks from all rules of the city.
    init(of category: Category, in rules: [RoutingRule]) {
        traces = rules.map { RuleTrace(rule: $0, verdict: .refused(.categories)) }
        candidates = rules.indices.filter { rules[$0].conditions.mean(category) }
        var layers: Set<String> = []
        for position in candidates {
            let conditions = rules[position].conditions
            for zone in conditions.zones + conditions.excludedZones { layers.insert(zone.layer) }
        }
        self.layers = layers.sorted()
    }

    /// The rule at a position.
    subscript(position: Int) -> RoutingRule { traces[position].rule }

    /// The position of the first rule that speaks; nil if none does.
    func firstMatch(in scene: Scene) -> Int? {
        candidates.first { traces[$0].rule.refusal(in: scene) == nil }
    }

    /// All rules up to the match, or all if there is none, with what came of them.
    func traces(upTo match: Int?, in scene: Scene) -> [RuleTrace] {
        var looked = Array(traces.prefix((match ?? traces.count - 1) + 1))
        for position in candidates {
            guard position < looked.count else { break }
            let rule = traces[position].rule
            let verdict = rule.refusal(in: scene).map(RuleTrace.Verdict.refused) ?? .matched
            looked[position] = RuleTrace(rule: rule, verdict: verdict)
        }
        return looked
    }

    /// Both ways in which the edge of each zone that may matter could run elsewhere.
    func moves(in site: Site) -> [Scene.Move] {
        var moves: [Scene.Move] = []
        for (position, finding) in site.zones.enumerated() {
            guard finding.zone.precision > 0, layers.contains(finding.zone.layer) else { continue }
            // A margin of just the precision is certain, so the move stays below it.
            let metres = finding.zone.precision.nextDown
            moves.append(Scene.Move(position: position, metres: -metres))
            moves.append(Scene.Move(position: position, metres: metres))
        }
        return moves
    }
}
