extension FieldReader {
    /// Reads an object with a reader of its own; its problems join this reader's.
    package mutating func object<Value>(
        _ name: String,
        _ presence: Presence = .required,
        _ body: (inout FieldReader) -> Value?
    ) -> Value? {
        guard let value = take(name, presence) else { return nil }
        guard case .object(let object) = value else {
            report(name, .type, FieldWording.object)
            return nil
        }
        return descend(into: object, at: pointer.member(name), body)
    }

    /// Reads an array of objects; nil if any of them is wrong.
    package mutating func objects<Value>(
        _ name: String,
        _ presence: Presence = .required,
        count: ClosedRange<Int>,
        _ body: (inout FieldReader) -> Value?
    ) -> [Value]? {
        guard let elements = array(name, presence, count: count) else { return nil }
        var values: [Value] = []
        for (index, element) in elements.enumerated() {
            let pointer = pointer.member(name).element(index)
            if case .object(let object) = element {
                if let value = descend(into: object, at: pointer, body) {
                    values.append(value)
                }
            } else {
                report(at: pointer, .type, FieldWording.object)
            }
        }
        return values.count == elements.count ? values : nil
    }

    /// Reads an array of any values, whose number is within bounds.
    package mutating func array(
        _ name: String,
        _ presence: Presence = .required,
        count: ClosedRange<Int>
    ) -> [JSON]? {
        guard let value = take(name, presence) else { return nil }
        guard case .array(let elements) = value else {
            report(name, .type, FieldWording.array)
            return nil
        }
        guard count.contains(elements.count) else {
            report(name, .length, FieldWording.count(count))
            return nil
        }
        return elements
    }

    /// Takes a value of any shape, for a reader that knows it better.
    package mutating func json(_ name: String, _ presence: Presence = .required) -> JSON? {
        take(name, presence)
    }
}
