/// What the numbers, plates and traits of two texts say.
struct MentionComparison {
    private(set) var sameNumber = 0.0
    private(set) var otherNumber = 0.0
    private(set) var sameHouse = 0.0
    private(set) var otherHouse = 0.0
    private(set) var samePlate = 0.0
    private(set) var otherPlate = 0.0
    private(set) var sameTrait = 0.0
    private(set) var otherTrait = 0.0

    init(_ left: TextTraits, _ right: TextTraits, _ lexicon: Lexicon) {
        comparePlates(left.plates, right.plates)
        compareTraits(left.traits, right.traits, lexicon)
        compareNumbers(left.numbers, right.numbers, lexicon)
    }

    private mutating func comparePlates(_ left: [String], _ right: [String]) {
        guard !left.isEmpty, !right.isEmpty else { return }
        if left.contains(where: right.contains) { samePlate = 1 } else { otherPlate = 1 }
    }

    private mutating func compareTraits(_ left: [TraitMention], _ right: [TraitMention], _ lexicon: Lexicon) {
        var (same, other) = (0.0, 0.0)
        for trait in Set(left.map(\.trait)) {
            let mine = left.filter { $0.trait == trait }
            let others = right.filter { $0.trait == trait }
            guard !others.isEmpty else { continue }
            let weight = lexicon.weight(of: trait)
            if mine.contains(where: others.contains) {
                // That both say 'behind the bridge' is counted with the bridge.
                if case .side = trait { continue }
                same += weight
            } else if !mine.contains(where: { one in others.contains { WordKey.isAlike(one.value, $0.value) }
            }) {
                other += weight
            }
        }
        sameTrait = min(1, same / 2)
        otherTrait = min(1, other)
    }

    private mutating func compareNumbers(
        _ left: [NumberMention],
        _ right: [NumberMention],
        _ lexicon: Lexicon
    ) {
        for mention in left {
            for other in right where other.value == mention.value {
                guard other.kind == mention.kind || other.kind == nil || mention.kind == nil else { continue }
                let kind = mention.kind ?? other.kind
                if kind == nil || kind == lexicon.houseKind { sameHouse = 1 } else { sameNumber = 1 }
            }
        }
        for kind in Set(left.compactMap(\.kind)) {
            let mine = left.filter { $0.kind == kind }
            let others = right.filter { $0.kind == kind }
            guard !others.isEmpty, !mine.contains(where: { one in others.contains { $0.value == one.value } })
            else {
                continue
            }
            if kind == lexicon.houseKind { otherHouse = 1 } else { otherNumber = 1 }
        }
    }
}
