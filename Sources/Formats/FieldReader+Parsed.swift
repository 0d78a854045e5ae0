extension FieldReader {
    /// Reads a text that stands for something; `expectation` is said where `parse` makes nothing of it.
    package mutating func parsed<Value>(
        _ name: String,
        _ presence: Presence = .required,
        length: ClosedRange<Int>,
        _ expectation: LocalizedText,
        _ parse: (String) -> Value?
    ) -> Value? {
        guard let text = string(name, presence, length: length) else { return nil }
        guard let value = parse(text) else {
            report(name, .format, expectation)
            return nil
        }
        return value
    }

    /// Reads an array of texts that each stand for something else.
    package mutating func parsed<Value: Hashable>(
        each name: String,
        _ presence: Presence = .required,
        count: ClosedRange<Int>,
        length: ClosedRange<Int>,
        _ expectation: LocalizedText,
        _ parse: (String) -> Value?
    ) -> [Value]? {
        guard let elements = array(name, presence, count: count) else { return nil }
        var values: [Value] = []
        for (index, element) in elements.enumerated() {
            let pointer = pointer.member(name).element(index)
            guard let text = string(element, at: pointer, length: length, controls: .refused) else {
                continue
            }
            guard let value = parse(text) else {
                report(at: pointer, .format, expectation)
                continue
            }
            if values.contains(value) { report(at: pointer, .repeated, FieldWording.repeated) }
            values.append(value)
        }
        return values
    }
}
