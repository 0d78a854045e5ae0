/// What a template leaves open, to be filled in from the case: `{number}` in its text.
package enum TemplateBlank: String, CaseIterable, Hashable, Sendable {
    case number, category, unit, address, deadline, today

    /// A text with its blanks filled in; one for which there is no value becomes nothing.
    package static func fill(_ text: String, with values: [TemplateBlank: String]) -> String {
        pieces(of: text).map { piece in
            switch piece {
            case .words(let words): words
            case .name(let name):
                TemplateBlank(rawValue: String(name)).map { values[$0] ?? "" } ?? "{\(name)}"
            }
        }.joined()
    }

    /// The first name in braces that is no blank; nil where all are.
    package static func unknown(in text: String) -> String? {
        for case .name(let name) in pieces(of: text) where TemplateBlank(rawValue: String(name)) == nil {
            return String(name)
        }
        return nil
    }

    private enum Piece {
        case words(String)
        case name(Substring)
    }

    private static func pieces(of text: String) -> [Piece] {
        var pieces: [Piece] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "{") {
            let inside = rest[rest.index(after: open)...]
            guard let close = inside.firstIndex(of: "}") else { break }
            pieces.append(.words(String(rest[..<open])))
            pieces.append(.name(inside[..<close]))
            rest = inside[inside.index(after: close)...]
        }
        return pieces + [.words(String(rest))]
    }
}
