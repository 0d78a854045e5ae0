import Formats

extension ReferencePage {
    /// Writes one operation: what it takes, what it answers, and how to try it.
    func operation(_ operation: APIDescription.Operation, _ html: inout HTMLWriter) {
        html.element("article", ["id": operation.name]) { html in
            html.element("h3") { html in
                html.element("span", ["class": operation.method], text: operation.method.uppercased())
                html.text(" ")
                html.element("code", text: description.base + operation.path)
            }
            html.element("p", ["class": "summary", "lang": "en"], text: operation.summary)
            html.paragraphs(operation.json["description"]?.stringValue ?? "")
            access(operation, &html)
            parameters(operation, &html)
            body(operation, &html)
            answers(operation, &html)
            html.element("h4", text: ReferenceWords.example[language])
            html.element("pre", ["tabindex": "0"]) { html in
                html.element("code", text: CurlExample(operation, in: description).text)
            }
        }
    }

    private func access(_ operation: APIDescription.Operation, _ html: inout HTMLWriter) {
        let schemes = (operation.json["security"]?.arrayValue ?? []).compactMap(\.objectValue)
        let words = (schemes.isEmpty ? [JSONObject()] : schemes)
            .map { ReferenceWords.access($0.members.first?.name)[language] }
        html.element("p", ["class": "access"]) { html in
            html.element("strong", text: ReferenceWords.access[language] + ": ")
            html.text(words.joined(separator: ", "))
        }
    }

    private func parameters(_ operation: APIDescription.Operation, _ html: inout HTMLWriter) {
        guard !operation.parameters.isEmpty else { return }
        html.element("h4", text: ReferenceWords.parameters[language])
        html.element("dl") { html in
            for parameter in operation.parameters {
                let schema = parameter["schema"]?.objectValue ?? JSONObject()
                member(
                    parameter["name"]?.stringValue ?? "",
                    note: parameter["in"]?.stringValue ?? "",
                    isRequired: parameter["required"]?.boolValue == true,
                    schema: schema,
                    description: parameter["description"]?.stringValue,
                    &html
                )
            }
        }
    }

    private func body(_ operation: APIDescription.Operation, _ html: inout HTMLWriter) {
        guard let body = operation.json["requestBody"]?.objectValue else { return }
        html.element("h4", text: ReferenceWords.body[language])
        for media in body["content"]?.objectValue?.members ?? [] {
            html.element("p") { $0.element("code", text: media.name) }
            if let schema = media.value.objectValue?["schema"]?.objectValue { self.schema(schema, &html) }
        }
    }

    private func answers(_ operation: APIDescription.Operation, _ html: inout HTMLWriter) {
        html.element("h4", text: ReferenceWords.answers[language])
        html.element("dl") { html in
            for member in operation.json["responses"]?.objectValue?.members ?? [] {
                guard let answer = member.value.objectValue.map(description.resolved) else { continue }
                html.element("dt") { $0.element("code", text: member.name) }
                html.element("dd") { self.answer(answer, &$0) }
            }
        }
    }

    private func answer(_ answer: JSONObject, _ html: inout HTMLWriter) {
        html.paragraphs(answer["description"]?.stringValue ?? "")
        for media in answer["content"]?.objectValue?.members ?? [] {
            guard let schema = media.value.objectValue?["schema"]?.objectValue else { continue }
            let codes = schema["properties"]?.objectValue?["code"]?.objectValue?["enum"]?.arrayValue
            if let codes {
                note(ReferenceWords.problems, codes.compactMap(\.stringValue), &html)
            } else {
                html.element("p") { html in
                    html.element("code", text: media.name)
                    html.text(": ")
                    type(of: schema, &html)
                }
            }
        }
        if let headers = answer["headers"]?.objectValue {
            note(ReferenceWords.headers, headers.members.map(\.name), &html)
        }
    }

    private func note(_ label: LocalizedText, _ words: [String], _ html: inout HTMLWriter) {
        html.element("p", ["class": "note"]) { html in
            html.text("\(label[language]): ")
            for (index, word) in words.enumerated() {
                if index > 0 { html.text(", ") }
                html.element("code", text: word)
            }
        }
    }
}
