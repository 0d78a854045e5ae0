/// Reads texts word by word and collects what they say.
struct TextReading {
    private let lexicon: Lexicon
    private let category: String
    private(set) var terms: [UInt128: Term] = [:]
    private(set) var numbers: [NumberMention] = []
    private(set) var traits: [TraitMention] = []
    private(set) var places: [UInt128: Float] = [:]
    /// Each as often as it occurs.
    private(set) var trigrams: [UInt32] = []

    private static let mostMentions = 16
    /// Most names are of streets and estates, where much else is reported too.
    private static let nameWeight: Float = 0.6
    private static let landmarkPlace: Float = 1
    private static let wordPlace: Float = 0.7
    private static let conceptPlace: Float = 0.4
    /// How many words after `near` or `towards` may be what is meant.
    private static let leadLength = 2

    init(_ lexicon: Lexicon, category: String) {
        self.lexicon = lexicon
        self.category = category
    }

    /// Takes in a text; in an address every unknown word is a name.
    mutating func read(_ text: String, isAddress: Bool) {
        let sentence = ReadText(text, lexicon)
        for place in sentence.tokens.indices {
            if let number = NumberReading(place, in: sentence, lexicon).mention { add(number) }
            guard sentence.tokens[place].sort == .word else { continue }
            readWord(place, in: sentence, isAddress: isAddress)
        }
    }

    private mutating func readWord(_ place: Int, in text: ReadText, isAddress: Bool) {
        let token = text.tokens[place]
        guard let entry = text.entries[place] else {
            guard token.key.count >= 3 else { return }
            let isName = isAddress || text.isName(place)
            add(unknown: token, isName: isName)
            if text.lead(of: place, within: TextReading.leadLength) != nil {
                notePlace(Stem.of(token.key).bits, TextReading.wordPlace, place, in: text)
            }
            addTrigrams(of: token.key)
            return
        }
        let key = Term.key(of: entry)
        switch entry.meaning {
        case .stop, .nameLead, .placeLead, .directionLead, .quantity, .numeral: return
        case .trait(let trait):
            add(TraitMention(trait: .known(trait), value: key))
            add(.meaning(entry, .concept))
        case .concept:
            add(.meaning(entry, .concept))
            if text.lead(of: place, within: 1) != nil {
                notePlace(key, TextReading.conceptPlace, place, in: text)
            }
        case .landmark where entry.subjectOf.contains(category):
            add(.meaning(entry, .concept))
        case .landmark:
            add(.meaning(entry, .landmark))
            notePlace(key, TextReading.landmarkPlace, place, in: text)
        }
        addTrigrams(of: token.key)
    }

    /// Notes what stands near by, or where something leads, as the word before it says.
    private mutating func notePlace(_ key: UInt128, _ weight: Float, _ place: Int, in text: ReadText) {
        // 'In front of block 4': the number tells it better.
        if place + 1 < text.tokens.count, text.tokens[place + 1].sort == .number { return }
        switch text.lead(of: place, within: TextReading.leadLength) {
        case .directionLead: add(TraitMention(trait: .direction, value: key))
        case .placeLead(let side):
            places[key] = weight
            if let side { add(TraitMention(trait: .side(of: key), value: UInt128(side))) }
        default: places[key] = weight
        }
    }

    private mutating func add(unknown token: Token, isName: Bool) {
        let length = token.key.count
        let weight: Float = isName ? TextReading.nameWeight : length >= 5 ? 1 : length == 4 ? 0.7 : 0.4
        let term = Term(key: Stem.of(token.key).bits, sort: isName ? .name : .word, weight: weight)
        if (terms[term.key]?.weight ?? 0) < weight { terms[term.key] = term }
    }

    private mutating func add(_ term: Term) {
        terms[term.key] = term
    }

    private mutating func add(_ trait: TraitMention) {
        guard traits.count < TextReading.mostMentions, !traits.contains(trait) else { return }
        traits.append(trait)
    }

    private mutating func add(_ number: NumberMention) {
        guard numbers.count < TextReading.mostMentions, !numbers.contains(number) else { return }
        numbers.append(number)
    }

    private mutating func addTrigrams(of word: WordKey) {
        let count = word.count
        guard count >= 3 else { return }
        for start in -1..<count - 1 {
            let first = start < 0 ? 0 : UInt32(word[start])
            let last = start + 2 < count ? UInt32(word[start + 2]) : 0
            trigrams.append(first << 16 | UInt32(word[start + 1]) << 8 | last)
        }
    }
}
