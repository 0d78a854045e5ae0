extension JSONWriter {
    /// Writes a text with both its wordings: `{"pl": …, "en": …}`.
    package mutating func localized(_ text: LocalizedText) {
        beginObject()
        key("pl")
        string(text.pl)
        key("en")
        string(text.en)
        endObject()
    }
}
