/// The words of a text with what the vocabulary knows of each.
struct ReadText {
    let tokens: [Token]
    /// What each word is known for; nil for numbers and unknown words.
    let entries: [Lexicon.Entry?]

    init(_ text: String, _ lexicon: Lexicon) {
        let tokens = CardinalNumbers.joined(TokenList(text).tokens, lexicon)
        self.tokens = tokens
        entries = tokens.map { token in
            guard token.sort == .word else { return nil }
            if token.isCapital, let number = RomanNumber.value(of: token.key) {
                return Lexicon.Entry(meaning: .numeral(number), key: 0, weight: 0)
            }
            if let entry = lexicon.entry(of: token.key) { return entry }
            return token.isCapital && !token.isFirst ? nil : lexicon.entryNear(token.key)
        }
    }

    /// Whether an unknown word is a name, as far as can be told.
    func isName(_ place: Int) -> Bool {
        guard entries[place] == nil, tokens[place].sort == .word else { return false }
        if tokens[place].isCapital, !tokens[place].isFirst { return true }
        if place > 0, case .nameLead? = entries[place - 1]?.meaning { return true }
        return false
    }

    /// Whether an unknown word in small letters may be the name of a street.
    func isStreetLike(_ place: Int, _ lexicon: Lexicon) -> Bool {
        entries[place] == nil && tokens[place].key.count >= 4 && !lexicon.isNumberLead(tokens[place].key)
    }

    /// The word before a place that says `near` or `towards`, with at most so many words from it to the place.
    ///
    /// What the vocabulary calls nothing stands between without harm; a mark of punctuation ends the search.
    func lead(of place: Int, within reach: Int) -> Lexicon.Meaning? {
        var (before, left) = (place - 1, reach)
        while before >= 0, left > 0, !tokens[before + 1].isApart {
            switch entries[before]?.meaning {
            case .placeLead, .directionLead: return entries[before]?.meaning
            case .stop, .nameLead: break
            default: left -= 1
            }
            before -= 1
        }
        return nil
    }
}

/// Numbers written with letters: `IV`.
private enum RomanNumber {
    private static let known: [WordKey: WordKey] = [
        "ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "xi": "11",
        "xii": "12",
    ]

    static func value(of word: WordKey) -> WordKey? { known[word] }
}
