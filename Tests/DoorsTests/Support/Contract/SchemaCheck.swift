import Formats

/// Checks values against the schemas of our OpenAPI document: JSON Schema as far as the documents use it.
///
/// A keyword that it doesn't know is a mistake, so the document cannot say something that nobody checks. Answers are
/// held to what is described: a member that no schema names is a mistake too, unless additional ones are allowed.
struct SchemaCheck {
    private static let words: Set<String> = ["description", "title", "examples", "example", "default"]
    private static let known: Set<String> = [
        "$ref", "type", "properties", "required", "additionalProperties", "items", "enum", "pattern",
        "minLength",
        "maxLength", "minimum", "maximum", "minItems", "maxItems", "uniqueItems", "maxProperties", "format",
        "anyOf",
        "oneOf", "allOf", "contentMediaType", "nullable",
    ]

    let root: JSONObject
    /// Whether members that are not described are mistakes.
    let isClosed: Bool

    /// What is wrong with a value, with its place in it.
    func mistakes(in value: JSON, _ schema: JSONObject, at place: String = "#") -> [String] {
        var mistakes = open(value, schema, at: place)
        if isClosed, case .object(let object) = value, let names = names(in: schema) {
            for member in object.members where !names.contains(member.name) {
                mistakes.append("\(place)/\(member.name) is not described")
            }
        }
        return mistakes
    }

    /// The object that a reference names.
    func target(of reference: String) -> JSONObject? {
        guard reference.hasPrefix("#/") else { return nil }
        var object: JSONObject? = root
        for name in reference.dropFirst(2).split(separator: "/") {
            object = object?[String(name)]?.objectValue
        }
        return object
    }

    /// Everything but whether there are members that nobody described.
    private func open(_ value: JSON, _ schema: JSONObject, at place: String) -> [String] {
        // OpenAPI 3.0 has a keyword of its own for what may be nothing.
        if value == .null, schema["nullable"] == .bool(true) { return [] }
        var mistakes: [String] = []
        for keyword in schema.members where !SchemaCheck.words.contains(keyword.name) {
            guard SchemaCheck.known.contains(keyword.name) else {
                mistakes.append("\(place): the checker doesn't know '\(keyword.name)'")
                continue
            }
            mistakes += check(value, keyword, of: schema, at: place)
        }
        return mistakes
    }

    private func check(_ value: JSON, _ keyword: JSONObject.Member, of schema: JSONObject, at place: String)
        -> [String]
    {
        switch (keyword.name, value) {
        case ("$ref", _):
            guard let target = keyword.value.stringValue.flatMap(target) else {
                return ["\(place): dangling $ref"]
            }
            return open(value, target, at: place)
        case ("type", _):
            let types =
                keyword.value.arrayValue?.compactMap(\.stringValue) ?? [keyword.value.stringValue ?? ""]
            return types.contains { value.isOf(type: $0) } ? [] : ["\(place) is not \(types)"]
        case ("enum", _):
            return keyword.value.arrayValue?.contains(value) == true
                ? [] : ["\(place) is not among the choices"]
        case ("anyOf", _), ("oneOf", _):
            let branches = keyword.value.arrayValue?.compactMap(\.objectValue) ?? []
            let found = branches.map { mistakes(in: value, $0, at: place) }
            let fitting = found.count(where: \.isEmpty)
            let isRight = keyword.name == "oneOf" ? fitting == 1 : fitting > 0
            return isRight ? [] : ["\(place) fits \(fitting) of \(keyword.name): \(found)"]
        case ("allOf", _):
            return (keyword.value.arrayValue ?? []).compactMap(\.objectValue).flatMap {
                open(value, $0, at: place)
            }
        case (_, .object(let object)): return check(object, keyword, of: schema, at: place)
        case (_, .array(let elements)): return check(elements, keyword, at: place)
        case (_, .string(let text)): return StringCheck(text).mistakes(keyword).map { "\(place) \($0)" }
        case ("minimum", .number(let number)):
            return number.double >= (keyword.value.numberValue?.double ?? 0) ? [] : ["\(place) is too small"]
        case ("maximum", .number(let number)):
            return number.double <= (keyword.value.numberValue?.double ?? 0) ? [] : ["\(place) is too large"]
        default: return []
        }
    }

    private func check(
        _ object: JSONObject,
        _ keyword: JSONObject.Member,
        of schema: JSONObject,
        at place: String
    ) -> [String] {
        let described = schema["properties"]?.objectValue ?? JSONObject()
        switch keyword.name {
        case "properties":
            return described.members.flatMap { member -> [String] in
                guard let value = object[member.name], let schema = member.value.objectValue else {
                    return []
                }
                return mistakes(in: value, schema, at: "\(place)/\(member.name)")
            }
        case "required":
            return (keyword.value.arrayValue ?? []).compactMap(\.stringValue)
                .filter { object[$0] == nil }.map { "\(place)/\($0) is missing" }
        case "additionalProperties":
            let others = object.members.filter { described[$0.name] == nil }
            if keyword.value == .bool(false) { return others.map { "\(place)/\($0.name) is not allowed" } }
            guard let schema = keyword.value.objectValue else { return [] }
            return others.flatMap { mistakes(in: $0.value, schema, at: "\(place)/\($0.name)") }
        case "maxProperties":
            return object.members.count <= keyword.value.count ? [] : ["\(place) has too many members"]
        default: return []
        }
    }

    private func check(_ elements: [JSON], _ keyword: JSONObject.Member, at place: String) -> [String] {
        switch keyword.name {
        case "items":
            guard let schema = keyword.value.objectValue else { return [] }
            return elements.enumerated().flatMap {
                mistakes(in: $0.element, schema, at: "\(place)/\($0.offset)")
            }
        case "minItems": return elements.count >= keyword.value.count ? [] : ["\(place) has too few items"]
        case "maxItems": return elements.count <= keyword.value.count ? [] : ["\(place) has too many items"]
        case "uniqueItems":
            let isUnique = elements.indices.allSatisfy { !elements[..<$0].contains(elements[$0]) }
            return isUnique ? [] : ["\(place) has an item twice"]
        default: return []
        }
    }

    /// The members that a schema describes; nil where it allows any.
    private func names(in schema: JSONObject) -> Set<String>? {
        if let more = schema["additionalProperties"], more != .bool(false) { return nil }
        var names = Set((schema["properties"]?.objectValue?.members ?? []).map(\.name))
        var isObject = schema["properties"] != nil
        let parts =
            (schema["allOf"]?.arrayValue ?? []).compactMap(\.objectValue)
            + [schema["$ref"]?.stringValue.flatMap(target)].compactMap { $0 }
        for part in parts {
            guard let more = self.names(in: part) else { continue }
            names.formUnion(more)
            isObject = true
        }
        return isObject ? names : nil
    }
}

extension JSON {
    fileprivate var count: Int { numberValue?.integer.flatMap { Int(exactly: $0) } ?? 0 }

    fileprivate func isOf(type: String) -> Bool {
        switch (type, self) {
        case ("null", .null), ("boolean", .bool), ("number", .number), ("string", .string), ("array", .array),
            ("object", .object):
            true
        case ("integer", .number(let number)): number.integer != nil
        default: false
        }
    }
}
