/// A word or a number of a text, as it stands there.
struct Token {
    enum Sort {
        case word, number
    }

    var key: WordKey
    var sort: Sort
    /// Whether it begins with a capital.
    var isCapital = false
    /// Whether a sentence begins with it.
    var isFirst = false
    /// Whether a punctuation mark stands before it.
    var isApart = false
    /// The one character between it and the word before, if there is just one.
    var joint: Unicode.Scalar?
}

/// The words and numbers of a text: at most `most` of its first `mostScalars` characters.
struct TokenList {
    /// Who writes more says the rest in vain.
    static let most = 240
    static let mostScalars = 2_000

    private(set) var tokens: [Token] = []
    private var letters: [UInt8] = []
    private var isCapital = false
    private var isNumber = false
    private var beginsSentence = true
    private var isApart = false
    private var joint: Unicode.Scalar?
    private var gap = 0

    init(_ text: String) {
        letters.reserveCapacity(64)
        tokens.reserveCapacity(min(text.utf8.count / 5 + 1, TokenList.most))
        for scalar in text.unicodeScalars.prefix(TokenList.mostScalars) {
            guard tokens.count < TokenList.most else { break }
            take(scalar)
        }
        end()
    }

    private mutating func take(_ scalar: Unicode.Scalar) {
        let wasEmpty = letters.isEmpty
        let isDigit = (0x30...0x39).contains(scalar.value)
        // 'nr12' is a word and a number; '12a' is a number.
        if !wasEmpty, isDigit, !isNumber { end() }
        if scalar == "/", isNumber, let last = letters.last, (0x30...0x39).contains(last) {
            letters.append(UInt8(ascii: "/"))
            return
        }
        let length = letters.count
        guard FoldedLetters.append(scalar, { letters.append($0) }) else {
            end()
            separate(scalar)
            return
        }
        if length == 0 {
            isNumber = isDigit
            isCapital =
                scalar.isASCII ? (0x41...0x5A).contains(scalar.value) : scalar.properties.isUppercase
        } else if isNumber, !isDigit, letters[..<length].contains(where: { $0 >= 0x61 }) {
            // '12ab' is no number any more.
            isNumber = false
        }
        // What a key has no room for is not kept.
        if length >= WordKey.longest { letters.removeLast(letters.count - length) }
    }

    private mutating func separate(_ scalar: Unicode.Scalar) {
        gap += 1
        joint = gap == 1 ? scalar : nil
        switch scalar {
        case ".", "!", "?", "\n": (beginsSentence, isApart) = (true, true)
        case ",", ";", ":", "(", ")", "-", "–", "—", "\"", "„", "”": isApart = true
        default: break
        }
    }

    private mutating func end() {
        while letters.last == UInt8(ascii: "/") { letters.removeLast() }
        guard !letters.isEmpty else { return }
        tokens.append(
            Token(
                key: WordKey(letters),
                sort: isNumber ? .number : .word,
                isCapital: isCapital,
                isFirst: beginsSentence,
                isApart: isApart,
                joint: joint
            )
        )
        letters.removeAll(keepingCapacity: true)
        (beginsSentence, isApart, isNumber, isCapital) = (false, false, false, false)
        (joint, gap) = (nil, 0)
    }
}
