import Formats

/// The number of a house as it is compared: `12A/3` is house 12, and all of it is `12a/3`.
package struct HouseNumber: Hashable, Sendable {
    /// The number at its beginning.
    package let house: Int
    /// All of it, in lower case and without spaces.
    package let text: String

    /// Nil unless the word is a number with at most one letter, and perhaps a second such part behind a slash.
    init?(word: String) {
        let parts = word.split(separator: "/", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count), parts.allSatisfy(HouseNumber.isPart),
            let house = Int(parts[0].prefix { $0.isASCII && $0.isNumber })
        else { return nil }
        self.house = house
        text = word
    }

    /// Reads the column `number` of a table: nil where it holds nothing that looks like a number.
    package init?(_ text: String) {
        let words = FoldedText.words(of: text)
        guard let number = HouseNumber.end(of: words[...]), number.used == words.count else { return nil }
        self = number.number
    }

    /// The number at the end of some words, and how many words it takes: `12`, `12 a`, `12 m 3`.
    static func end(of words: ArraySlice<String>) -> (number: HouseNumber, used: Int)? {
        var house = words
        // A flat is not looked for.
        if house.count > 2, HouseNumber(word: house[house.endIndex - 1]) != nil,
            ["m", "lok", "mieszkanie", "lokal"].contains(house[house.endIndex - 2])
        {
            house = house.dropLast(2)
        }
        guard let last = house.last else { return nil }
        if let number = HouseNumber(word: last) {
            return (number, words.count - house.count + 1)
        }
        guard last.utf8.count == 1, last.utf8.allSatisfy({ (0x61...0x7A).contains($0) }),
            let digits = house.dropLast().last, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let number = HouseNumber(word: digits + last)
        else { return nil }
        return (number, words.count - house.count + 2)
    }

    private static func isPart(_ part: Substring) -> Bool {
        let digits = part.utf8.prefix { (0x30...0x39).contains($0) }
        let rest = part.utf8.dropFirst(digits.count)
        return (1...4).contains(digits.count) && rest.count <= 1
            && rest.allSatisfy { (0x61...0x7A).contains($0) }
    }
}
