import Formats
import Geography
import Glibc
package import Reports

/// Tells how alike two reports are, by a city's rules.
package struct Comparer: Sendable {
    package let rules: LikenessRules
    /// The version of the city whose rules they are.
    package let version: Int
    let lexicon: Lexicon
    /// Of the categories whose reports are compared.
    private let reaches: [String: DuplicateReach]
    private let kinds: [String: ReportKind]
    private let weights: [Double]
    private let relations: [String: [String: Double]]

    /// Makes a city's rules ready; some milliseconds, so keep the value.
    package init(_ rules: LikenessRules, catalogue: CategoryCatalogue, version: Int = 0) {
        self.rules = rules
        self.version = version
        kinds = Dictionary(catalogue.categories.map { ($0.code, $0.kind) }) { first, _ in first }
        reaches = Dictionary(
            uniqueKeysWithValues: catalogue.categories.compactMap { category in
                category.duplicates.map { (category.code, $0) }
            }
        )
        lexicon = Lexicon(rules.vocabulary)
        weights = Evidence.allCases.map { rules.weights[$0] ?? 0 }
        var relations: [String: [String: Double]] = [:]
        for relation in rules.relations {
            for category in relation.categories {
                for other in relation.categories where other != category {
                    let known = relations[category]?[other] ?? 0
                    relations[category, default: [:]][other] = max(known, relation.strength)
                }
            }
        }
        self.relations = relations
    }

    /// What words and answers of a report in a category say, as they are compared.
    package func traits(
        of words: ReportWords,
        answers: [String: [String]] = [:],
        in category: String
    ) -> TextTraits {
        TextTraits(words, answers: answers, category: category, lexicon: lexicon)
    }

    /// How often a matter of one category is reported in another, from 0 to 1; nil where they are never compared.
    package func relation(of category: String, to other: String) -> Double? {
        guard reaches[category] != nil, reaches[other] != nil,
            kinds[category] == kinds[other]
        else { return nil }
        return category == other ? 1 : relations[category]?[other] ?? 0
    }

    /// The categories in which a matter of one is reported too, itself among them; empty where reports are never compared.
    package func related(to category: String) -> [String] {
        guard reaches[category] != nil else { return [] }
        let others = relations[category]?.keys.filter { reaches[$0] != nil } ?? []
        return [category] + others.sorted()
    }

    /// How far around a report of a category others are looked for, in metres.
    package func reach(of category: String) -> Double {
        let radius = reaches[category]?.metres ?? 0
        return min(max(rules.reach, radius), LikenessRules.widestReach)
    }

    /// How alike a new report and one that is there already are.
    package func likeness(of new: ComparedReport, to old: ComparedReport) -> Likeness {
        let metres = new.coordinate.distance(to: old.coordinate)
        var evidence = EvidenceList()
        comparePlaces(metres, new, old, &evidence)
        evidence[.otherCategory] = 1 - (relation(of: new.category, to: old.category) ?? 0)
        let isOver = compareTimes(new, old, &evidence)
        compareTexts(new.text, old.text, &evidence)
        evidence[.samePhoto] = Comparer.photoLikeness(new.photos, old.photos)
        if let sender = new.sender, sender == old.sender { evidence[.sameSender] = 1 }
        return judge(evidence, metres: metres, isOver: isOver, isClosed: evidence[.closed] > 0)
    }

    private func judge(_ evidence: EvidenceList, metres: Double, isOver: Bool, isClosed: Bool) -> Likeness {
        var sum = 0.0
        var shares: [LikenessPart: Double] = [:]
        for (piece, weight) in zip(Evidence.allCases, weights) {
            let share = evidence[piece] * weight
            sum += share
            if share != 0 { shares[piece.part, default: 0] += share }
        }
        let value = 1 / (1 + exp(-sum))
        let reached: Sameness =
            value >= rules.thresholds.same ? .same : value >= rules.thresholds.perhaps ? .perhaps : .different
        // What was closed is another matter by now, or somebody has to look whether it is not.
        let needsEye = isClosed || contradicts(evidence, metres: metres)
        let isOther = isOver || isElsewhere(evidence)
        let decision: Sameness = isOther ? .different : needsEye && reached == .same ? .perhaps : reached
        return Likeness(value: value, evidence: evidence, decision: decision, metres: metres, shares: shares)
    }
}

extension Comparer {
    /// Texts that have so little in common are not on one subject.
    private static let strangeSubject = 0.35
    /// So much in common makes one matter of what was reported in two categories that have none.
    private static let commonSubject = 0.3
    /// Nearer than this, people may name two landmarks for one place, in metres.
    private static let onePlace = 12.0

    /// Whether reports of categories in which nobody reports one matter say nothing alike: that they are near is not enough.
    private func isElsewhere(_ evidence: EvidenceList) -> Bool {
        evidence[.otherCategory] >= 1 && evidence[.subject] < Comparer.commonSubject
            && evidence[.words] < Comparer.commonSubject
    }

    /// Whether something makes two things of what else is alike: then whoever can is asked, however alike the words are.
    private func contradicts(_ evidence: EvidenceList, metres: Double) -> Bool {
        if evidence[.otherNumber] + evidence[.otherHouse] + evidence[.otherPlate] > 0 { return true }
        if evidence[.otherTrait] >= 0.7 || evidence[.otherSubject] > Comparer.strangeSubject { return true }
        if evidence[.otherCategory] >= 1 { return true }
        let isNumbered = evidence[.sameNumber] + evidence[.sameHouse] + evidence[.samePlate] > 0
        return evidence[.otherPlace] > 0 && !isNumbered && metres > Comparer.onePlace
    }

    /// A pin that says nothing of its precision, in metres: a thumb on a map.
    private static let usualPrecision = 15.0
    private static let worstPrecision = 100.0
    private static let farthest = 4.0

    private func comparePlaces(
        _ metres: Double,
        _ new: ComparedReport,
        _ old: ComparedReport,
        _ evidence: inout EvidenceList
    ) {
        let radius = reaches[new.category]?.metres ?? 0
        let other = reaches[old.category]?.metres ?? 0
        let precisions = [new.precision, old.precision].map {
            min($0 ?? Comparer.usualPrecision, Comparer.worstPrecision)
        }
        let scale = max(
            1,
            (max(radius, other) * max(radius, other) + precisions.reduce(0) { $0 + $1 * $1 }).squareRoot()
        )
        let ratio = metres / scale
        evidence[.near] = exp(-ratio * ratio / 2)
        evidence[.far] = min(max(ratio - 1, 0), Comparer.farthest) / Comparer.farthest
    }

    /// Says how long ago the other was heard of, and whether it is over for good.
    private func compareTimes(
        _ new: ComparedReport,
        _ old: ComparedReport,
        _ evidence: inout EvidenceList
    ) -> Bool {
        let days = max(0, new.created.days(since: min(old.lastSign, new.created)))
        let window = Double(max(1, reaches[old.category]?.days ?? 1))
        evidence[.fresh] = 1 / (1 + days / 2)
        evidence[.stale] = min(max(days / window - 1, 0), 4) / 4
        guard let closing = old.closing, closing.at <= new.created else { return false }
        evidence[.closed] = 1
        return new.created.days(since: closing.at) > rules.closedDays[old.category]
    }

    private func compareTexts(_ new: TextTraits, _ old: TextTraits, _ evidence: inout EvidenceList) {
        let texts = TextComparison(new, old)
        evidence[.subject] = texts.subject
        evidence[.otherSubject] = texts.otherSubject
        evidence[.words] = texts.words
        evidence[.coverage] = texts.coverage
        evidence[.letters] = texts.letters
        evidence[.samePlace] = texts.samePlace
        evidence[.otherPlace] = texts.otherPlace
        let mentions = MentionComparison(new, old, lexicon)
        evidence[.sameNumber] = mentions.sameNumber
        evidence[.otherNumber] = mentions.otherNumber
        evidence[.sameHouse] = mentions.sameHouse
        evidence[.otherHouse] = mentions.otherHouse
        evidence[.samePlate] = mentions.samePlate
        evidence[.otherPlate] = mentions.otherPlate
        evidence[.sameTrait] = mentions.sameTrait
        evidence[.otherTrait] = mentions.otherTrait
    }

    /// Photos that differ in this many bits of 64 are of two things.
    private static let unlikeBits = 14

    private static func photoLikeness(_ left: [UInt64], _ right: [UInt64]) -> Double {
        var nearest = unlikeBits
        for one in left { for other in right { nearest = min(nearest, (one ^ other).nonzeroBitCount) } }
        return 1 - Double(nearest) / Double(unlikeBits)
    }
}

extension Timestamp {
    fileprivate func days(since other: Timestamp) -> Double {
        Double(microseconds - other.microseconds) / 86_400_000_000
    }
}
