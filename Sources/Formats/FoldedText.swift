/// Text as it is compared: lower case, without diacritics, words apart.
package enum FoldedText {
    /// The words of a text; each is made of letters and digits, and in a number of `/`.
    ///
    /// Everything else separates words, so no word holds a character with a meaning in SQL's patterns.
    package static func words(of text: String) -> [String] {
        var words: [String] = []
        var word = ""
        for scalar in text.unicodeScalars {
            if let letters = Self.letters(of: scalar) {
                word += letters
            } else if scalar == "/", word.utf8.last.map({ (0x30...0x39).contains($0) || $0 > 0x60 }) == true,
                word.utf8.first.map({ (0x30...0x39).contains($0) }) == true
            {
                word += "/"
            } else if !word.isEmpty {
                words.append(word)
                word = ""
            }
        }
        if !word.isEmpty { words.append(word) }
        return words.map { word in
            var word = word
            while word.hasSuffix("/") { word.removeLast() }
            return word
        }
    }

    /// The plain letters for one character; empty for a mark on the letter before, nil for what separates words.
    package static func letters(of scalar: Unicode.Scalar) -> String? {
        switch scalar.value {
        case 0x30...0x39, 0x61...0x7A: return String(Character(scalar))
        case 0x41...0x5A: return String(Character(Unicode.Scalar(UInt8(scalar.value | 0x20))))
        case 0x00...0x7F: return nil
        default: break
        }
        if let plain = polish[scalar] { return plain }
        let properties = scalar.properties
        switch properties.generalCategory {
        case .nonspacingMark: return ""
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter:
            return latin(properties.name) ?? properties.lowercaseMapping
        case .otherLetter, .modifierLetter, .decimalNumber: return String(Character(scalar))
        default: return nil
        }
    }

    private static let polish: [Unicode.Scalar: String] = [
        "ą": "a", "ć": "c", "ę": "e", "ł": "l", "ń": "n", "ó": "o", "ś": "s", "ź": "z", "ż": "z",
        "Ą": "a", "Ć": "c", "Ę": "e", "Ł": "l", "Ń": "n", "Ó": "o", "Ś": "s", "Ź": "z", "Ż": "z",
    ]

    /// The letters in a name of Unicode's: `LATIN SMALL LETTER L WITH STROKE` is an l.
    private static func latin(_ name: String?) -> String? {
        guard let name, name.hasPrefix("LATIN ") else { return nil }
        let words = name.split(separator: " ")
        guard let letter = words.firstIndex(where: { $0 == "LETTER" || $0 == "LIGATURE" }),
            letter + 1 < words.count
        else { return nil }
        let base = words[letter + 1] == "DOTLESS" ? words.dropFirst(letter + 2).first : words[letter + 1]
        switch base {
        case "SHARP": return "ss"
        case "ETH": return "d"
        case "THORN": return "th"
        case "ENG": return "n"
        case let base? where base.utf8.count <= 2: return base.lowercased()
        default: return nil
        }
    }
}
