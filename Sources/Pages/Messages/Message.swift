/// What a page says in one language, with names in braces that values take the place of.
package enum Message: Sendable, Equatable {
    /// One wording.
    case plain(MessageText)
    /// A wording for each plural form.
    case plural([PluralForm: MessageText])
}

/// A wording in pieces: text, and names that values take the place of.
package struct MessageText: Sendable, Equatable {
    /// A part of a wording.
    package enum Piece: Sendable, Equatable {
        case text(String)
        case name(String)
    }

    /// The pieces in their order.
    package let pieces: [Piece]
    /// Whether the text is HTML, as the keys of such messages say: they end with `_html`.
    package let isMarkup: Bool

    /// Reads `Zgłoszenie {number}`; nil where a brace has no partner.
    init?(_ text: String, isMarkup: Bool) {
        var pieces: [Piece] = []
        var rest = text[...]
        while let open = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
            guard rest[open] == "{", let close = rest[open...].firstIndex(of: "}") else { return nil }
            if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
            let name = rest[rest.index(after: open)..<close]
            guard TemplateName.isName(name) else { return nil }
            pieces.append(.name(String(name)))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { pieces.append(.text(String(rest))) }
        self.pieces = pieces
        self.isMarkup = isMarkup
    }

    /// The wording with its names filled in; a name without a value stays as it is.
    package func filled(_ values: [String: String]) -> String {
        pieces.map { piece in
            switch piece {
            case .text(let text): text
            case .name(let name): values[name] ?? "{\(name)}"
            }
        }
        .joined()
    }

    /// The names that want values.
    package var names: Set<String> {
        Set(
            pieces.compactMap { piece in
                if case .name(let name) = piece { name } else { nil }
            }
        )
    }
}
