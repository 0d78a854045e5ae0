import Formats

/// What somebody typed, as the ways in which it can be read.
package struct AddressQuery: Hashable, Sendable {
    /// A name, and perhaps the number of a house.
    package struct Reading: Hashable, Sendable {
        /// The street or place.
        package let street: FoldedStreet
        /// The house.
        package let number: HouseNumber?
    }

    /// The characters that are taken.
    package static let longest = 200
    /// More words than any address has.
    private static let mostWords = 12

    /// The readings, the likeliest first; never empty.
    package let readings: [Reading]
    /// The text with single spaces, as another service may be asked.
    package let text: String

    /// Nil if there is no letter or digit in it, or too much of anything.
    ///
    /// '3 Maja' is a street, 'al. 3 Maja 5' a house, '12 Długa' a house written the other way round. The city's name
    /// and a postcode, which every address has, are passed over at the ends.
    package init?(_ typed: String, in city: String = "") {
        guard typed.unicodeScalars.count <= AddressQuery.longest else { return nil }
        let words = AddressQuery.bare(FoldedText.words(of: typed), city: FoldedText.words(of: city))
        guard !words.isEmpty, words.count <= AddressQuery.mostWords else { return nil }
        text = typed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        var readings: [Reading] = []
        if let (number, used) = HouseNumber.end(of: words), used < words.count {
            let street = FoldedStreet(words: words.dropLast(used))
            if AddressQuery.hasLetter(street.name) {
                readings.append(Reading(street: street, number: number))
            }
        }
        readings.append(Reading(street: FoldedStreet(words: words), number: nil))
        if readings.count == 1, words.count > 1, let number = words.first.flatMap({ HouseNumber(word: $0) }) {
            readings.append(Reading(street: FoldedStreet(words: words.dropFirst()), number: number))
        }
        self.readings = readings
    }

    /// The words without the city and the postcode, unless nothing would be left.
    private static func bare(_ words: [String], city: [String]) -> ArraySlice<String> {
        var rest = words[...]
        if !city.isEmpty, rest.count > city.count {
            if rest.suffix(city.count).elementsEqual(city) {
                rest = rest.dropLast(city.count)
            } else if rest.prefix(city.count).elementsEqual(city) {
                rest = rest.dropFirst(city.count)
            }
        }
        if rest.count > 2, isDigits(rest[rest.endIndex - 1], 3), isDigits(rest[rest.endIndex - 2], 2) {
            rest = rest.dropLast(2)
        }
        return rest
    }

    private static func isDigits(_ word: String, _ count: Int) -> Bool {
        word.utf8.count == count && word.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    private static func hasLetter(_ text: String) -> Bool {
        text.utf8.contains { !(0x30...0x39).contains($0) && $0 != UInt8(ascii: " ") }
    }
}
