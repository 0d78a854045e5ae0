extension FieldReader {
    /// Which control characters a text may hold; NUL never.
    package enum ControlCharacters: Sendable {
        /// None: a text of one line.
        case refused
        /// Tabs and line ends: a text of several lines.
        case lineEnds
    }

    /// Reads a text whose length, in Unicode scalars as PostgreSQL counts them, is within bounds.
    package mutating func string(
        _ name: String,
        _ presence: Presence = .required,
        length: ClosedRange<Int>,
        controls: ControlCharacters = .refused
    ) -> String? {
        take(name, presence).flatMap {
            string($0, at: pointer.member(name), length: length, controls: controls)
        }
    }

    /// Reads an array of texts, each within the same bounds.
    package mutating func strings(
        _ name: String,
        _ presence: Presence = .required,
        count: ClosedRange<Int>,
        length: ClosedRange<Int>
    ) -> [String]? {
        guard let elements = array(name, presence, count: count) else { return nil }
        var texts: [String] = []
        for (index, element) in elements.enumerated() {
            let pointer = pointer.member(name).element(index)
            if let text = string(element, at: pointer, length: length, controls: .refused) {
                texts.append(text)
            }
        }
        return texts.count == elements.count ? texts : nil
    }

    /// Reads one of the given words.
    package mutating func choice(
        _ name: String,
        _ presence: Presence = .required,
        of words: [String]
    ) -> String? {
        guard let value = take(name, presence) else { return nil }
        guard case .string(let text) = value else {
            report(name, .type, FieldWording.string)
            return nil
        }
        // Ours, not the client's: equal texts may differ in their bytes.
        guard let word = words.first(where: { $0 == text }) else {
            report(name, .choice, FieldWording.choice(words))
            return nil
        }
        return word
    }

    /// Reads a case of an enumeration of words.
    package mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ name: String,
        _ presence: Presence = .required,
        as type: Choice.Type = Choice.self
    ) -> Choice? {
        choice(name, presence, of: Choice.allCases.map(\.rawValue)).flatMap(Choice.init(rawValue:))
    }

    mutating func string(
        _ value: JSON,
        at pointer: FieldPointer,
        length: ClosedRange<Int>,
        controls: ControlCharacters
    ) -> String? {
        guard case .string(let text) = value else {
            report(at: pointer, .type, FieldWording.string)
            return nil
        }
        guard length.contains(text.unicodeScalars.count) else {
            report(at: pointer, .length, FieldWording.length(length))
            return nil
        }
        if let flaw = TextFlaw(in: text, allowing: controls) {
            report(at: pointer, flaw.code, flaw.detail)
            return nil
        }
        return text
    }
}
