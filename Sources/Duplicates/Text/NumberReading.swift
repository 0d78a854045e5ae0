/// Reads a number that tells one thing from another, and which sort of thing.
struct NumberReading {
    private let place: Int
    private let text: ReadText
    private let lexicon: Lexicon

    /// How many words before a number may say what it is the number of.
    private static let leadLength = 3
    private static let longest = 6

    init(_ place: Int, in text: ReadText, _ lexicon: Lexicon) {
        self.place = place
        self.text = text
        self.lexicon = lexicon
    }

    /// Nil where there is no number, or one that counts something or tells the time.
    var mention: NumberMention? {
        let token = text.tokens[place]
        if token.sort == .word {
            if case .numeral(let value)? = text.entries[place]?.meaning { return numeral(value) }
            return letter(token)
        }
        guard token.key.count <= NumberReading.longest, !isTimeOrDate, !isCount, !isYear(token.key) else {
            return nil
        }
        if let kind = kindBefore { return NumberMention(kind: kind, value: withoutZeros(token.key)) }
        // 'Three lamps' counts them.
        guard kindAfter == nil else { return nil }
        return NumberMention(kind: isAddressed ? lexicon.houseKind : nil, value: withoutZeros(token.key))
    }

    /// 'The third staircase', 'behind number four'.
    private func numeral(_ value: WordKey) -> NumberMention? {
        let before =
            place > 0 && !text.tokens[place].isApart
            ? lexicon.numberKind(of: text.tokens[place - 1].key) : nil
        return NumberMention(kind: kindAfter ?? before, value: value)
    }

    /// 'Staircase B'.
    private func letter(_ token: Token) -> NumberMention? {
        guard token.key.count == 1,
            token.isCapital || place == text.tokens.count - 1 || text.tokens[place + 1].isApart,
            place > 0, text.tokens[place - 1].sort == .word, !token.isApart,
            let kind = lexicon.numberKind(of: text.tokens[place - 1].key), kind != lexicon.houseKind
        else { return nil }
        return NumberMention(kind: kind, value: token.key)
    }

    private var next: Token? { place + 1 < text.tokens.count ? text.tokens[place + 1] : nil }

    /// `14:30`, `12.03`.
    private var isTimeOrDate: Bool {
        if let joint = text.tokens[place].joint, joint == ":" || joint == ".", place > 0,
            text.tokens[place - 1].sort == .number
        {
            return true
        }
        return next.map { $0.sort == .number && ($0.joint == ":" || $0.joint == ".") } ?? false
    }

    private var isCount: Bool {
        if let next, !next.isApart, case .quantity? = text.entries[place + 1]?.meaning { return true }
        if place > 0, case .quantity? = text.entries[place - 1]?.meaning { return true }
        return false
    }

    private func isYear(_ value: WordKey) -> Bool {
        guard value.count == 4 else { return false }
        return value.begins(with: "19") || value.begins(with: "20")
    }

    /// 'At number 50', 'near 50': where nothing else is said, houses are meant.
    private var isAddressed: Bool {
        guard place > 0, !text.tokens[place].isApart else { return false }
        if case .placeLead? = text.entries[place - 1]?.meaning { return true }
        return lexicon.isNumberLead(text.tokens[place - 1].key)
    }

    private var kindAfter: UInt16? {
        next.flatMap { $0.isApart || $0.sort != .word ? nil : lexicon.numberKind(of: $0.key) }
    }

    /// What the words before the number say it is the number of.
    private var kindBefore: UInt16? {
        var before = place - 1
        var isBehindWord = false
        while before >= 0, before >= place - NumberReading.leadLength, !text.tokens[before + 1].isFirst {
            let token = text.tokens[before]
            if token.sort == .word {
                if let kind = lexicon.numberKind(of: token.key) { return kind }
                // 'The lamp by number 7': that is no lamp's.
                if case .placeLead? = text.entries[before]?.meaning { break }
                if text.isName(before) { return lexicon.houseKind }
                // A street in small letters, unless a stop or a pole is named before it.
                if before == place - 1 { isBehindWord = text.isStreetLike(before, lexicon) }
            }
            before -= 1
        }
        return isBehindWord ? lexicon.houseKind : nil
    }

    private func withoutZeros(_ value: WordKey) -> WordKey {
        var letters = (0..<value.count).map { value[$0] }
        while letters.count > 1, letters[0] == UInt8(ascii: "0") { letters.removeFirst() }
        return WordKey(letters)
    }
}
