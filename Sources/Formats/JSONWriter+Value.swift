extension JSONWriter {
    /// Writes a value with everything in it.
    package mutating func value(_ json: JSON) {
        switch json {
        case .null: null()
        case .bool(let value): bool(value)
        case .number(let value): number(value)
        case .string(let text): string(text)
        case .array(let elements):
            beginArray()
            for element in elements { value(element) }
            endArray()
        case .object(let object): self.object(object)
        }
    }

    /// Writes an object with its members in their order.
    package mutating func object(_ object: JSONObject) {
        beginObject()
        for member in object.members {
            key(member.name)
            value(member.value)
        }
        endObject()
    }

    private mutating func number(_ number: JSONNumber) {
        if let integer = number.integer, number.double != 0 || number == JSONNumber(0) {
            self.integer(integer)
        } else {
            self.number(number.double)
        }
    }
}
