/// Reads a template, and puts the messages of one language and the parts it names into it.
///
/// `{{name}}` is a value, `{{t key}}` a message, `{{t key count}}` one whose plural form a count chooses, `{{#name}}` to
/// `{{/name}}` a section, `{{^name}}` to `{{/name}}` what stands there without one, `{{> part}}` another file.
struct TemplateParser {
    /// The deepest that parts may stand within parts, so that none can hold itself.
    private static let deepestPart = 8

    let messages: Messages
    let parts: [String: String]

    func nodes(of text: String, named file: String) throws(PageFault) -> [TemplateNode] {
        var reader = Reader(file: file, depth: 0, rest: text[...])
        return try section(&reader, until: nil)
    }

    private struct Reader {
        let file: String
        let depth: Int
        var rest: Substring
        var line = 1

        func fault(_ trouble: String) -> PageFault { PageFault("\(file).html:\(line)", trouble) }
    }

    private func section(_ reader: inout Reader, until end: String?) throws(PageFault) -> [TemplateNode] {
        var nodes: [TemplateNode] = []
        while let open = reader.rest.firstRange(of: "{{") {
            append(reader.rest[..<open.lowerBound], to: &nodes)
            reader.line += reader.rest[..<open.lowerBound].count { $0 == "\n" }
            guard let close = reader.rest[open.upperBound...].firstRange(of: "}}") else {
                throw reader.fault("'{{' without '}}'")
            }
            let tag = String(reader.rest[open.upperBound..<close.lowerBound])
            reader.rest = reader.rest[close.upperBound...]
            if let name = tag.dropping("/") {
                guard name == end else { throw reader.fault("'{{/\(name)}}' ends nothing that is open") }
                return nodes
            }
            try read(tag, &reader, &nodes)
        }
        if let end { throw reader.fault("'{{/\(end)}}' is missing") }
        append(reader.rest, to: &nodes)
        return nodes
    }

    private func read(
        _ tag: String,
        _ reader: inout Reader,
        _ nodes: inout [TemplateNode]
    ) throws(PageFault) {
        if let name = tag.dropping("#") {
            let path = try path(name, reader)
            nodes.append(.section(path, try section(&reader, until: name)))
        } else if let name = tag.dropping("^") {
            let path = try path(name, reader)
            nodes.append(.absence(path, try section(&reader, until: name)))
        } else if let name = tag.dropping("> ") {
            nodes += try part(name, reader)
        } else if let words = tag.dropping("t ") {
            nodes += try message(words, reader)
        } else {
            nodes.append(.value(try path(tag, reader)))
        }
    }

    private func path(_ text: String, _ reader: Reader) throws(PageFault) -> TemplateName {
        guard let path = TemplateName(text) else { throw reader.fault("'\(text)' is no name") }
        return path
    }

    private func part(_ name: String, _ reader: Reader) throws(PageFault) -> [TemplateNode] {
        guard let text = parts[name] else { throw reader.fault("there is no part '\(name)'") }
        guard reader.depth < TemplateParser.deepestPart else {
            throw reader.fault("parts within parts without end")
        }
        var inner = Reader(file: "parts/" + name, depth: reader.depth + 1, rest: text[...])
        return try section(&inner, until: nil)
    }

    private func message(_ words: String, _ reader: Reader) throws(PageFault) -> [TemplateNode] {
        let words = words.split(separator: " ").map(String.init)
        guard let key = words.first, words.count <= 2, let message = messages.all[key] else {
            throw reader.fault("there is no message '\(words.first ?? "")'")
        }
        switch (message, words.dropFirst().first) {
        case (.plain(let text), nil):
            return TemplateNode.nodes(of: text)
        case (.plural(let forms), let name?):
            return [.plural(forms.mapValues { TemplateNode.nodes(of: $0) }, try path(name, reader))]
        case (.plain, .some):
            throw reader.fault("the message '\(key)' has no plural forms")
        case (.plural, nil):
            throw reader.fault("the message '\(key)' needs the name of a count")
        }
    }

    private func append(_ text: Substring, to nodes: inout [TemplateNode]) {
        if !text.isEmpty { nodes.append(.bytes(Array(text.utf8))) }
    }
}

extension String {
    fileprivate func dropping(_ prefix: String) -> String? {
        hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
    }
}
