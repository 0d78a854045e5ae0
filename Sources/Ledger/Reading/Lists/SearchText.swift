/// What somebody searches for: one to ten words, compared without regard to case and diacritics.
///
/// A word of three letters or more is the beginning of a word, a shorter one is a whole word; all must occur.
package struct SearchText: Sendable, Hashable {
    /// The most characters of a search.
    package static let longest = 200
    /// The most words of a search.
    package static let mostWords = 10

    let text: String

    /// Takes a search as it was typed; nil if it is too long, or has no word or too many.
    package init?(_ text: String) {
        guard text.unicodeScalars.count <= SearchText.longest, !text.unicodeScalars.contains("\0") else {
            return nil
        }
        let words = text.unicodeScalars.split {
            !$0.properties.isAlphabetic && $0.properties.numericType == nil
        }
        guard (1...SearchText.mostWords).contains(words.count) else { return nil }
        self.text = text
    }
}
