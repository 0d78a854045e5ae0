import Formats

/// The API's description as one page to read: all operations by their groups, then all data.
struct ReferencePage {
    let description: APIDescription
    let language: Language
    let title: LocalizedText
    /// Where the document itself is.
    let address: String
    private var writer = HTMLWriter()

    /// Makes the page; `address` is where the document itself is, the usual one of an API if nothing is said.
    init(
        _ description: APIDescription,
        in language: Language,
        titled title: LocalizedText = ReferenceWords.title,
        at address: String? = nil
    ) {
        self.description = description
        self.language = language
        self.title = title
        self.address = address ?? "\(description.base)/openapi.json"
        writer = document()
    }

    /// The page in UTF-8.
    var html: [UInt8] { writer.bytes }

    private func document() -> HTMLWriter {
        var html = HTMLWriter()
        html.documentType()
        html.element("html", ["lang": language.rawValue]) { html in
            html.element("head") { head(&$0) }
            html.element("body") { html in
                html.element("header") { introduction(&$0) }
                html.element("nav", ["aria-labelledby": "contents"]) { contents(&$0) }
                html.element("main") { html in
                    for group in groups { section(group, &html) }
                    data(&html)
                }
            }
        }
        return html
    }

    private func head(_ html: inout HTMLWriter) {
        html.begin("meta", ["charset": "utf-8"])
        html.begin("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
        html.begin("meta", ["name": "color-scheme", "content": "light dark"])
        html.element("title", text: title[language])
        for sheet in ["tokens", "reference"] {
            html.begin("link", ["rel": "stylesheet", "href": "/assets/styles/\(sheet).css"])
        }
        html.begin("link", ["rel": "icon", "href": "/assets/favicon.svg"])
    }

    private func introduction(_ html: inout HTMLWriter) {
        html.element("h1", text: title[language])
        html.element("p") { html in
            html.text(ReferenceWords.language[language] + " ")
            html.element("a", ["href": address], text: version)
        }
        html.paragraphs(description.root["info"]?.objectValue?["description"]?.stringValue ?? "")
    }

    /// `OpenAPI 3.1`, as the document has it.
    private var version: String {
        let parts = (description.root["openapi"]?.stringValue ?? "").split(separator: ".").prefix(2)
        return "OpenAPI " + parts.joined(separator: ".")
    }

    private func contents(_ html: inout HTMLWriter) {
        html.element("h2", ["id": "contents"], text: ReferenceWords.contents[language])
        for group in groups {
            html.element("h3", ["lang": "en"], text: group.name)
            html.element("ul") { html in
                for operation in group.operations {
                    html.element("li") { html in
                        html.element("a", ["href": "#\(operation.name)"]) { html in
                            html.element(
                                "span",
                                ["class": operation.method],
                                text: operation.method.uppercased()
                            )
                            html.element("span", ["lang": "en"], text: " \(operation.summary)")
                        }
                    }
                }
            }
        }
    }

    private func section(_ group: Group, _ html: inout HTMLWriter) {
        html.element("section") { html in
            html.element("h2", ["lang": "en"], text: group.name)
            html.paragraphs(group.description)
            for operation in group.operations { self.operation(operation, &html) }
        }
    }

    private func data(_ html: inout HTMLWriter) {
        let schemas = description.target(of: "#/components/schemas")?.members ?? []
        html.element("section") { html in
            html.element("h2", text: ReferenceWords.data[language])
            for member in schemas {
                guard let schema = member.value.objectValue else { continue }
                html.element("article", ["id": "schema-\(member.name)"]) { html in
                    html.element("h3", text: member.name)
                    self.schema(schema, &html)
                }
            }
        }
    }
}

extension ReferencePage {
    /// Operations that belong together.
    private struct Group {
        let name: String
        let description: String
        let operations: [APIDescription.Operation]
    }

    private var groups: [Group] {
        (description.root["tags"]?.arrayValue ?? []).compactMap { value in
            guard let tag = value.objectValue, let name = tag["name"]?.stringValue else { return nil }
            return Group(
                name: name,
                description: tag["description"]?.stringValue ?? "",
                operations: description.operations.filter {
                    $0.json["tags"]?.arrayValue?.contains(.string(name)) == true
                }
            )
        }
    }
}
