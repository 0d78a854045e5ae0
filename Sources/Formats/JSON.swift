/// A JSON value (RFC 8259).
package enum JSON: Equatable, Sendable {
    case null
    case bool(Bool)
    case number(JSONNumber)
    case string(String)
    case array([JSON])
    case object(JSONObject)

    /// Reads one value that fills the bytes, white space apart.
    package static func parse(
        _ bytes: [UInt8],
        limits: JSONLimits = .request
    ) throws(JSONSyntaxError) -> JSON {
        var parser = JSONParser(bytes, limits: limits)
        do {
            return try parser.document()
        } catch {
            throw JSONSyntaxError(error, at: parser.position, in: bytes)
        }
    }

    /// The text, if it is one.
    package var stringValue: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// The truth value, if it is one.
    package var boolValue: Bool? {
        if case .bool(let value) = self { value } else { nil }
    }

    /// The number, if it is one.
    package var numberValue: JSONNumber? {
        if case .number(let number) = self { number } else { nil }
    }

    /// The elements, if it is an array.
    package var arrayValue: [JSON]? {
        if case .array(let elements) = self { elements } else { nil }
    }

    /// The members, if it is an object.
    package var objectValue: JSONObject? {
        if case .object(let object) = self { object } else { nil }
    }
}
