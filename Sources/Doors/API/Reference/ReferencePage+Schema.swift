import Formats

extension ReferencePage {
    /// Writes a schema: what it describes, and each of its members.
    func schema(_ schema: JSONObject, _ html: inout HTMLWriter) {
        if let text = schema["description"]?.stringValue { html.paragraphs(text) }
        let members = schema["properties"]?.objectValue?.members ?? []
        let parts = schema["allOf"]?.arrayValue?.compactMap(\.objectValue) ?? []
        if members.isEmpty, parts.isEmpty {
            html.element("p") { type(of: schema, &$0) }
        }
        for part in parts { self.schema(part, &html) }
        guard !members.isEmpty else { return }
        let required = schema["required"]?.arrayValue ?? []
        html.element("dl") { html in
            for member in members {
                let schema = member.value.objectValue ?? JSONObject()
                self.member(
                    member.name,
                    note: nil,
                    isRequired: required.contains(.string(member.name)),
                    schema: schema,
                    description: schema["description"]?.stringValue,
                    &html
                )
            }
        }
    }

    /// Writes a member of an object, or a parameter: its name, its type, what it is for.
    func member(
        _ name: String,
        note: String?,
        isRequired: Bool,
        schema: JSONObject,
        description: String?,
        _ html: inout HTMLWriter
    ) {
        html.element("dt") { html in
            html.element("code", text: name)
            if let note { html.element("span", ["class": "place"], text: " \(note)") }
            if isRequired {
                html.element("span", ["class": "required"], text: " \(ReferenceWords.required[language])")
            }
        }
        html.element("dd") { html in
            html.element("p", ["class": "type", "lang": "en"]) { type(of: schema, &$0) }
            if let description { html.paragraphs(description) }
            for inner in nested(in: schema) {
                var bare = JSONObject()
                for member in inner.members where member.name != "description" {
                    _ = bare.append(member.name, member.value)
                }
                self.schema(bare, &html)
            }
        }
    }

    /// Writes what kind of value a schema allows, with its bounds.
    func type(of schema: JSONObject, _ html: inout HTMLWriter) {
        if let name = schema["$ref"]?.stringValue?.split(separator: "/").last {
            html.element("a", ["href": "#schema-\(name)"], text: String(name))
            return
        }
        for key in ["anyOf", "oneOf"] {
            guard let choices = schema[key]?.arrayValue?.compactMap(\.objectValue) else { continue }
            for (index, choice) in choices.enumerated() {
                if index > 0 { html.text(" | ") }
                type(of: choice, &html)
            }
            return
        }
        let names =
            schema["type"]?.arrayValue?.compactMap(\.stringValue) ?? [schema["type"]?.stringValue ?? "object"]
        html.text(names.joined(separator: " | "))
        if let items = schema["items"]?.objectValue {
            html.text(" of ")
            type(of: items, &html)
        }
        if let words = schema["enum"]?.arrayValue?.compactMap(\.stringValue) {
            html.text(": ")
            for (index, word) in words.enumerated() {
                if index > 0 { html.text(", ") }
                html.element("code", text: word)
            }
        }
        let bounds = SchemaBounds(schema).words
        if !bounds.isEmpty { html.text(" (\(bounds.joined(separator: ", ")))") }
    }

    /// Objects that stand within a schema and have no name of their own.
    private func nested(in schema: JSONObject) -> [JSONObject] {
        let inner =
            [schema] + [schema["items"]?.objectValue].compactMap { $0 }
            + (schema["anyOf"]?.arrayValue?.compactMap(\.objectValue) ?? [])
        return inner.filter { $0["properties"] != nil }
    }
}

/// The bounds of a schema in words.
struct SchemaBounds {
    let words: [String]

    init(_ schema: JSONObject) {
        var words: [String] = []
        if let format = schema["format"]?.stringValue { words.append(format) }
        for (low, high, unit) in [
            ("minimum", "maximum", ""), ("minLength", "maxLength", " characters"),
            ("minItems", "maxItems", " items"),
        ] {
            switch (SchemaBounds.number(schema[low]), SchemaBounds.number(schema[high])) {
            case (let low?, let high?): words.append("\(low) to \(high)\(unit)")
            case (let low?, nil): words.append("at least \(low)\(unit)")
            case (nil, let high?): words.append("at most \(high)\(unit)")
            case (nil, nil): continue
            }
        }
        if let usual = schema["default"] { words.append("usually \(IndentedJSON(usual).text)") }
        if let pattern = schema["pattern"]?.stringValue { words.append(pattern) }
        self.words = words
    }

    private static func number(_ json: JSON?) -> String? {
        json.map { IndentedJSON($0).text }
    }
}
