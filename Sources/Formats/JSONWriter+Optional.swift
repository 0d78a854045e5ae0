extension JSONWriter {
    /// Writes a text, or `null` where there is none.
    package mutating func stringIfAny(_ text: String?) {
        if let text { string(text) } else { null() }
    }

    /// Writes a text with both its wordings, or `null` where there is none.
    package mutating func localizedIfAny(_ text: LocalizedText?) {
        if let text { localized(text) } else { null() }
    }

    /// Writes an integer, or `null` where there is none.
    package mutating func integerIfAny(_ value: Int?) {
        if let value { integer(value) } else { null() }
    }

    /// Writes texts as an array.
    package mutating func strings(_ texts: [String]) {
        beginArray()
        for text in texts { string(text) }
        endArray()
    }
}
