package import Formats

/// The pages of a site in all its languages, checked as a whole: each message is there, in each language.
package struct PageSet: Sendable {
    /// The messages of each language.
    package let messages: [Language: Messages]
    private let templates: [String: [Language: Template]]

    /// Reads templates, the parts that they share, and what they say.
    ///
    /// - Throws: the first fault, with its file and line.
    package init(
        templates sources: [(name: String, text: String)],
        parts: [(name: String, text: String)],
        messages: [Language: Messages]
    ) throws(PageFault) {
        self.messages = messages
        let parts = Dictionary(parts.map { ($0.name, $0.text) }, uniquingKeysWith: { $1 })
        try PageSet.compare(messages)
        var templates: [String: [Language: Template]] = [:]
        for source in sources {
            for (language, messages) in messages {
                let parser = TemplateParser(messages: messages, parts: parts)
                let nodes = try parser.nodes(of: source.text, named: source.name)
                templates[source.name, default: [:]][language] = Template(language: language, nodes: nodes)
            }
        }
        self.templates = templates
    }

    /// A page's template in a language; nil if there is no such page.
    package func template(_ name: String, in language: Language) -> Template? {
        templates[name]?[language]
    }

    /// The names of the pages.
    package var names: [String] { templates.keys.sorted() }

    /// Finds a message that one language has and another lacks, or whose names differ.
    private static func compare(_ messages: [Language: Messages]) throws(PageFault) {
        for (language, own) in messages {
            for (other, theirs) in messages where other != language {
                for (key, message) in own.all {
                    guard let twin = theirs.all[key] else {
                        throw PageFault(key, "is missing in '\(other.rawValue)'")
                    }
                    guard message.names == twin.names else {
                        throw PageFault(key, "names other values in '\(other.rawValue)'")
                    }
                }
            }
        }
    }
}

extension Message {
    /// The names that want values, whatever the form.
    fileprivate var names: Set<String> {
        switch self {
        case .plain(let text): text.names
        // One may be said without its number: 'ty i jeszcze jedna osoba'.
        case .plural(let forms): forms.values.reduce(into: ["count"]) { $0.formUnion($1.names) }
        }
    }
}
