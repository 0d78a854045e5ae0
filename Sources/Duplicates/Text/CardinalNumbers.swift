/// Numbers that are written as words: `bloku nr sto dwanaście`.
enum CardinalNumbers {
    /// Numbers are made of so many words at most.
    private static let longest = 4

    /// The tokens with each such number as one.
    ///
    /// Only behind what a number belongs to: elsewhere, as in 'three lamps', they count.
    static func joined(_ tokens: [Token], _ lexicon: Lexicon) -> [Token] {
        var joined: [Token] = []
        joined.reserveCapacity(tokens.count)
        var place = 0
        while place < tokens.count {
            if let last = joined.last, mayBeNumbered(last, lexicon), !tokens[place].isApart,
                let (value, length) = number(at: place, of: tokens, lexicon)
            {
                var token = tokens[place]
                token.key = WordKey(String(value).utf8)
                token.sort = .number
                joined.append(token)
                place += length
            } else {
                joined.append(tokens[place])
                place += 1
            }
        }
        return joined
    }

    private static func mayBeNumbered(_ token: Token, _ lexicon: Lexicon) -> Bool {
        guard token.sort == .word else { return false }
        if lexicon.isNumberLead(token.key) || lexicon.numberKind(of: token.key) != nil { return true }
        switch lexicon.entry(of: token.key)?.meaning {
        case nil: return token.key.count >= 4
        case .placeLead?: return true
        default: return false
        }
    }

    /// The number that begins at a place, and of how many words it is.
    private static func number(at place: Int, of tokens: [Token], _ lexicon: Lexicon) -> (Int, Int)? {
        var (sum, length, smallest) = (0, 0, Int.max)
        while place + length < tokens.count, length < longest,
            let value = lexicon.cardinal(tokens[place + length].key),
            value < smallest, length == 0 || !tokens[place + length].isApart
        {
            sum += value
            length += 1
            // After tens come ones, after hundreds what is less.
            smallest = value >= 100 ? 100 : value >= 20 ? 10 : 0
        }
        return length > 0 ? (sum, length) : nil
    }
}
