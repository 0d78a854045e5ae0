package import Formats

/// What is wrong with a text that a stranger wrote; HTML is no fault, it is kept and shown as text.
package struct TextFault: Error, Equatable, Sendable {
    /// A stable word for programs: `missing`, `length`, `control_character` or `direction`.
    package let code: String
    package let detail: LocalizedText

    /// The fault of a text that may have so many characters; nil if it can be taken.
    package init?(in text: String, longest: Int) {
        let scalars = text.unicodeScalars
        if !scalars.contains(where: { !$0.properties.isWhitespace }) {
            self.init("missing", pl: "Brakuje tekstu.", en: "The text is missing.")
        } else if scalars.count > longest {
            self.init(
                "length",
                pl: "Tekst może mieć najwyżej \(longest) znaków.",
                en: "The text may have at most \(longest) characters."
            )
        } else if let flaw = TextFlaw(in: text, allowing: .lineEnds) {
            self.init(flaw.code.rawValue, pl: flaw.detail.pl, en: flaw.detail.en)
        } else {
            return nil
        }
    }

    private init(_ code: String, pl: String, en: String) {
        self.code = code
        detail = LocalizedText(pl: pl, en: en)
    }
}
