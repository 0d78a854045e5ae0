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
        } else if scalars.contains(where: TextFault.isControl) {
            self.init(
                "control_character",
                pl: "Tekst zawiera znaki sterujące, których nie można zapisać.",
                en: "The text holds control characters that cannot be stored."
            )
        } else if scalars.contains(where: TextFault.turnsDirection) {
            self.init(
                "direction",
                pl: "Tekst zawiera niewidoczne znaki, które zmieniają kierunek pisma.",
                en: "The text holds invisible characters that turn the direction of writing."
            )
        } else {
            return nil
        }
    }

    private init(_ code: String, pl: String, en: String) {
        self.code = code
        detail = LocalizedText(pl: pl, en: en)
    }

    /// Control characters other than line breaks and tabs: PostgreSQL cannot store NUL, and nobody can read the rest.
    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: false
        case ..<0x20, 0x7F..<0xA0: true
        default: false
        }
    }

    /// Embeddings, overrides and isolates, with which a text can be made to look like another one.
    ///
    /// Arabic and Hebrew need none of them to be read.
    private static func turnsDirection(_ scalar: Unicode.Scalar) -> Bool {
        (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }
}
