package import Formats

/// A page in one language, ready to be filled with values.
package struct Template: Sendable {
    /// The language.
    package let language: Language
    let nodes: [TemplateNode]

    /// The page's bytes.
    ///
    /// A name without a value is written as nothing, and told to `missing`, so that tests can look for it.
    package func page(_ scope: PageScope, missing: (String) -> Void = { _ in }) -> [UInt8] {
        var page = PageWriter(language: language)
        page.write(nodes, [scope], missing)
        return page.bytes
    }
}

/// Writes nodes with the values of the scopes they stand in, the innermost last.
private struct PageWriter {
    let language: Language
    var bytes: [UInt8] = []

    mutating func write(_ nodes: [TemplateNode], _ scopes: [PageScope], _ missing: (String) -> Void) {
        for node in nodes {
            switch node {
            case .bytes(let bytes):
                self.bytes.append(contentsOf: bytes)
            case .value(let name):
                write(value(name, scopes), name, missing)
            case .plural(let forms, let name):
                guard case .count(let count) = value(name, scopes) else {
                    missing(name.description)
                    continue
                }
                write(
                    forms[PluralForm(count, in: language)] ?? [],
                    scopes + [["count": .count(count)]],
                    missing
                )
            case .section(let name, let inner):
                guard let value = value(name, scopes), value.isSomething else { continue }
                switch value {
                case .list(let elements):
                    for element in elements { write(inner, scopes + [element], missing) }
                case .scope(let scope):
                    write(inner, scopes + [scope], missing)
                default:
                    write(inner, scopes, missing)
                }
            case .absence(let name, let inner):
                if value(name, scopes)?.isSomething != true { write(inner, scopes, missing) }
            }
        }
    }

    private mutating func write(_ value: PageValue?, _ name: TemplateName, _ missing: (String) -> Void) {
        switch value {
        case .text(let text): bytes.appendHTMLEscaped(text)
        case .count(let count): bytes.append(contentsOf: count.grouped(in: language).utf8)
        case .markup(let markup): bytes.append(contentsOf: markup.utf8)
        case .flag, .list, .scope, nil: missing(name.description)
        }
    }

    private func value(_ name: TemplateName, _ scopes: [PageScope]) -> PageValue? {
        guard let first = name.parts.first,
            var value = scopes.reversed().lazy.compactMap({ $0[first] }).first
        else { return nil }
        for part in name.parts.dropFirst() {
            guard case .scope(let scope) = value, let inner = scope[part] else { return nil }
            value = inner
        }
        return value
    }
}

extension PageValue {
    /// Whether a section of it is written.
    fileprivate var isSomething: Bool {
        switch self {
        case .text(let text), .markup(let text): !text.isEmpty
        case .count(let count): count != 0
        case .flag(let flag): flag
        case .list(let elements): !elements.isEmpty
        case .scope: true
        }
    }
}
