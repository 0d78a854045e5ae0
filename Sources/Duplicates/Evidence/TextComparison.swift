import Glibc

/// What two texts have in common, and in what they differ.
struct TextComparison {
    /// Of the things and troubles that both name, the share that is the same.
    private(set) var subject = 0.0
    /// What weighs that is in both and not in every report.
    private(set) var words = 0.0
    /// The share of the shorter text that the other says too.
    private(set) var coverage = 0.0
    private(set) var letters = 0.0
    private(set) var samePlace = 0.0
    private(set) var otherPlace = 0.0

    /// How much of the things that are named is the same where texts are on one subject.
    private(set) var otherSubject = 0.0

    private static let mostLooseWords = 32
    private static let closeSubject = 0.4
    /// A place that weighs so much tells where something is.
    private static let tellingPlace: Float = 0.7

    init(_ left: TextTraits, _ right: TextTraits) {
        var sums = Sums()
        var (loose, otherLoose): ([Term], [Term]) = ([], [])
        var (first, second) = (0, 0)
        while first < left.terms.count || second < right.terms.count {
            if second == right.terms.count
                || first < left.terms.count && left.terms[first] < right.terms[second]
            {
                loose.append(left.terms[first])
                first += 1
            } else if first == left.terms.count || right.terms[second] < left.terms[first] {
                otherLoose.append(right.terms[second])
                second += 1
            } else {
                sums.share(left.terms[first], right.terms[second], by: 1)
                first += 1
                second += 1
            }
        }
        sums.shareAlike(loose, otherLoose, most: TextComparison.mostLooseWords)
        finish(sums, left, right)
        letters = TextComparison.dice(left.trigrams, right.trigrams)
    }

    private mutating func finish(_ sums: Sums, _ left: TextTraits, _ right: TextTraits) {
        let (own, others) = (Totals(left), Totals(right))
        if own.concepts > 0, others.concepts > 0 {
            subject = Double(sums.concepts) / Double((own.concepts * others.concepts).squareRoot())
        }
        words = 1 - exp(-Double(sums.words) / 2)
        let shorter = min(left.weight, right.weight)
        if shorter > 0 { coverage = min(1, Double(sums.all / shorter)) }
        comparePlaces(left.places, right.places)
        if own.concepts > 0, others.concepts > 0 {
            otherSubject = max(0, 1 - subject / TextComparison.closeSubject)
        }
    }

    private mutating func comparePlaces(_ left: [PlaceMention], _ right: [PlaceMention]) {
        var common: Float = 0
        var isSettled = false
        for place in left {
            let like = right.first { $0.key == place.key || WordKey.isAlike(place.key, $0.key) }
            guard let like else { continue }
            common += min(place.weight, like.weight)
            if place.weight >= TextComparison.tellingPlace { isSettled = true }
        }
        samePlace = 1 - pow(0.5, Double(common))
        let isTold = [left, right].allSatisfy { $0.contains { $0.weight >= TextComparison.tellingPlace } }
        if isTold, !isSettled { otherPlace = 1 }
    }

    /// Twice what is common, by the sum of both.
    private static func dice(_ left: [UInt32], _ right: [UInt32]) -> Double {
        guard !left.isEmpty, !right.isEmpty else { return 0 }
        var (first, second, common) = (0, 0, 0)
        while first < left.count, second < right.count {
            if left[first] == right[second] {
                (first, second, common) = (first + 1, second + 1, common + 1)
            } else if left[first] < right[second] {
                first += 1
            } else {
                second += 1
            }
        }
        return 2 * Double(common) / Double(left.count + right.count)
    }
}

/// What both texts say, by sort.
private struct Sums {
    private(set) var all: Float = 0
    private(set) var concepts: Float = 0
    private(set) var words: Float = 0

    mutating func share(_ left: Term, _ right: Term, by factor: Float) {
        let weight = min(left.weight, right.weight) * factor
        all += weight
        switch left.sort {
        case .concept: concepts += weight * weight
        case .landmark, .word, .name: words += weight
        }
    }

    /// Shares what is nearly the same: other endings, a slip of the hand.
    mutating func shareAlike(_ left: [Term], _ right: [Term], most: Int) {
        let mine = left.lazy.compactMap { term in term.word.map { (term, $0) } }.prefix(most)
        var others = Array(
            right.lazy.compactMap { term in term.word.map { (term, $0, $0.letters) } }.prefix(most)
        )
        for (term, word) in mine where word.count >= 4 {
            let letters = word.letters
            let like = others.firstIndex { _, other, mask in
                (mask ^ letters).nonzeroBitCount <= 4 && word.isAlike(other)
            }
            guard let like else { continue }
            share(term, others[like].0, by: 0.8)
            others.remove(at: like)
        }
    }
}

/// How much of each sort one text says.
private struct Totals {
    private(set) var concepts: Float = 0

    init(_ traits: TextTraits) {
        for term in traits.terms {
            switch term.sort {
            case .concept: concepts += term.weight * term.weight
            case .landmark, .word, .name: break
            }
        }
    }
}
