import Reports

/// A city's vocabulary, made ready to be looked words up in.
struct Lexicon: Sendable {
    /// What a word is known for.
    struct Entry: Sendable {
        var meaning: Meaning
        /// The key of what it means, the same for all words that mean it.
        var key: UInt32
        var weight: Float
        /// The categories in which it is what the report is about.
        var subjectOf: [String] = []

        /// Whether a word that is nearly one of its words may be taken for it.
        var mayBeGuessed: Bool {
            switch meaning {
            case .concept, .landmark: true
            default: false
            }
        }
    }

    enum Meaning: Sendable {
        case stop
        case concept
        case landmark
        /// A value of a trait; the number tells which trait.
        case trait(UInt16)
        case nameLead
        /// The number tells on which side of what is named next; nil where it tells only that it is near.
        case placeLead(side: UInt16?)
        case directionLead
        case quantity
        case numeral(WordKey)
    }

    private struct Word: Sendable {
        let key: WordKey
        /// Whether all words that begin so are meant.
        let isBeginning: Bool
        let entry: Int32
        /// Of the key.
        let count: Int
        let letters: UInt64
        /// The place of the longest other word that this one begins with; -1 if there is none.
        var shorter: Int32 = -1
    }

    private let entries: [Entry]
    /// How much each trait speaks against one matter.
    private let traitWeights: [Double]
    /// In the order of their keys.
    private let words: [Word]
    /// Whose numbers tell things apart, by the keys of words; looked up apart, since such words mean something besides.
    private let numbered: [(key: WordKey, isBeginning: Bool, kind: UInt16)]
    private let cardinals: [WordKey: Int]
    /// The kind of houses, whose numbers stand behind the name of a street.
    let houseKind: UInt16?

    init(_ vocabulary: Vocabulary) {
        var builder = LexiconBuilder()
        for word in vocabulary.stopWords { builder.add(word, .stop, weight: 0) }
        for word in vocabulary.nameLeads { builder.add(word, .nameLead, weight: 0) }
        for (number, group) in vocabulary.placeLeads.enumerated() {
            builder.add(group, .placeLead(side: group.weight > 0 ? UInt16(clamping: number) : nil))
        }
        for word in vocabulary.directionLeads { builder.add(word, .directionLead, weight: 0) }
        for word in vocabulary.quantities { builder.add(word, .quantity, weight: 0) }
        for group in vocabulary.concepts { builder.add(group, .concept) }
        for group in vocabulary.numerals { builder.add(group, .numeral(WordKey(group.code.utf8))) }
        for group in vocabulary.landmarks { builder.add(group, .landmark) }
        for (number, trait) in vocabulary.traits.enumerated() {
            for value in trait.values { builder.add(value, .trait(UInt16(clamping: number))) }
        }
        entries = builder.entries
        traitWeights = vocabulary.traits.map(\.weight)
        var words = builder.words.map { key, isBeginning, entry in
            Word(key: key, isBeginning: isBeginning, entry: entry, count: key.count, letters: key.letters)
        }
        // A whole word before a beginning of the same letters, so that the search from behind meets it last.
        words.sort { $0.key == $1.key ? $0.isBeginning && !$1.isBeginning : $0.key < $1.key }
        var open: [Int32] = []
        for index in words.indices {
            while let last = open.last, !words[index].key.begins(with: words[Int(last)].key) {
                open.removeLast()
            }
            words[index].shorter = open.last ?? -1
            open.append(Int32(index))
        }
        self.words = words
        var numbered: [(key: WordKey, isBeginning: Bool, kind: UInt16)] = []
        for (number, group) in vocabulary.numbered.enumerated() {
            for word in group.words {
                guard let (key, isBeginning) = LexiconBuilder.folded(word) else { continue }
                numbered.append((key, isBeginning, UInt16(clamping: number)))
            }
        }
        self.numbered = numbered
        var cardinals: [WordKey: Int] = [:]
        for group in vocabulary.cardinals {
            for word in group.words {
                if let (key, _) = LexiconBuilder.folded(word) { cardinals[key] = Int(group.code) }
            }
        }
        self.cardinals = cardinals
        houseKind = vocabulary.numbered.firstIndex { $0.code == "house" }.map { UInt16(clamping: $0) }
    }

    /// What a word is known for: the entry of the word itself, or of the longest beginning.
    func entry(of word: WordKey) -> Entry? {
        var low = 0
        var high = words.count
        while low < high {
            let middle = (low + high) / 2
            if words[middle].key <= word { low = middle + 1 } else { high = middle }
        }
        var place = Int32(low) - 1
        while place >= 0 {
            let known = words[Int(place)]
            if known.key == word || known.isBeginning && word.begins(with: known.key) {
                return entries[Int(known.entry)]
            }
            place = known.shorter
        }
        return nil
    }

    /// What a misspelt word is known for: one letter too many, too few, wrong, or two that changed places.
    ///
    /// The first letter must be right and six letters long enough to tell. Traits are too short and too telling to be guessed.
    func entryNear(_ word: WordKey) -> Entry? {
        let count = word.count
        guard count >= Lexicon.shortestMisspelt else { return nil }
        let (first, letters) = (word[0], word.letters)
        let low = firstPlace(from: first)
        for place in low..<words.count {
            let known = words[place]
            guard known.key[0] == first else { break }
            let length = known.count
            guard length >= Lexicon.shortestMisspelt, known.isBeginning || abs(length - count) <= 1 else {
                continue
            }
            let compared = known.isBeginning ? word.prefix(min(count, length + 1)) : word
            let missing = (known.letters & ~letters).nonzeroBitCount
            guard missing <= 1, entries[Int(known.entry)].mayBeGuessed else { continue }
            if known.isBeginning {
                for cut in max(length - 1, 1)...(length + 1) where cut <= count {
                    if Slip.isAtMostOne(known.key, compared.prefix(cut)) { return entries[Int(known.entry)] }
                }
            } else if Slip.isAtMostOne(known.key, compared) {
                return entries[Int(known.entry)]
            }
        }
        return nil
    }

    /// The number that a word counts.
    func cardinal(_ word: WordKey) -> Int? { cardinals[word] }

    /// Whether a number comes after the word.
    func isNumberLead(_ word: WordKey) -> Bool { Lexicon.numberLeads.contains(word) }

    private static let numberLeads: Set<WordKey> = [
        "nr", "nrem", "nru", "numer", "numeru", "numerem", "numerze", "numerek", "numerkiem", "no", "number",
        "nomer",
        "nomeru",
    ]

    /// How much another value of a trait speaks against one matter.
    func weight(of trait: TraitMention.Trait) -> Double {
        switch trait {
        case .known(let number): traitWeights[Int(number)]
        case .direction, .side: 1
        }
    }

    /// The kind of thing that a word names, if such things have numbers.
    func numberKind(of word: WordKey) -> UInt16? {
        numbered.first { $0.key == word || $0.isBeginning && word.begins(with: $0.key) }?.kind
    }

    private static let shortestMisspelt = 6

    private func firstPlace(from letter: UInt8) -> Int {
        let key = WordKey([letter])
        var low = 0
        var high = words.count
        while low < high {
            let middle = (low + high) / 2
            if words[middle].key < key { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// Collects the words of a vocabulary with what they are known for.
private struct LexiconBuilder {
    private(set) var entries: [Lexicon.Entry] = []
    private(set) var words: [(key: WordKey, isBeginning: Bool, entry: Int32)] = []

    mutating func add(_ group: WordGroup, _ meaning: Lexicon.Meaning) {
        let entry = newEntry(meaning, weight: group.weight, subjectOf: group.subjectOf)
        for word in group.words { put(word, entry) }
    }

    mutating func add(_ word: String, _ meaning: Lexicon.Meaning, weight: Double) {
        put(word, newEntry(meaning, weight: weight))
    }

    private mutating func newEntry(
        _ meaning: Lexicon.Meaning,
        weight: Double,
        subjectOf categories: [String] = []
    ) -> Int32 {
        let key = UInt32(entries.count)
        entries.append(
            Lexicon.Entry(meaning: meaning, key: key, weight: Float(weight), subjectOf: categories)
        )
        return Int32(key)
    }

    private mutating func put(_ word: String, _ entry: Int32) {
        guard let (key, isBeginning) = LexiconBuilder.folded(word) else { return }
        words.append((key, isBeginning, entry))
    }

    static func folded(_ word: String) -> (WordKey, isBeginning: Bool)? {
        var letters: [UInt8] = []
        for scalar in word.unicodeScalars { _ = FoldedLetters.append(scalar) { letters.append($0) } }
        guard !letters.isEmpty else { return nil }
        return (WordKey(letters), word.hasSuffix("*"))
    }
}
