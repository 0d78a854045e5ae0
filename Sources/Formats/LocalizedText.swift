/// The same sentence in Polish and in English.
package struct LocalizedText: Hashable, Sendable {
    /// The Polish wording.
    package let pl: String
    /// The English wording.
    package let en: String

    /// Joins the two wordings of one sentence.
    package init(pl: String, en: String) {
        self.pl = pl
        self.en = en
    }

    /// The wording in the given language.
    package subscript(language: Language) -> String {
        switch language {
        case .pl: pl
        case .en: en
        }
    }
}
