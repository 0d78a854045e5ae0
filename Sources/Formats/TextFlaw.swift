/// What no text from outside may hold: characters that nobody sees and that change what others read.
///
/// Everything else is taken as it is; HTML is text like any other and is escaped where it is shown.
package enum TextFlaw: Equatable, Sendable {
    /// A control character: C0, DEL, C1, or one of Unicode's two separators of lines.
    case controlCharacter
    /// A mark that turns the direction of writing until another ends it (U+202A-202E, U+2066-2069).
    case direction

    /// What is wrong with a text; nil if it can be taken.
    package init?(in text: String, allowing controls: FieldReader.ControlCharacters) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\t", "\n", "\r":
                guard controls == .lineEnds else {
                    self = .controlCharacter
                    return
                }
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
                self = .controlCharacter
                return
            case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}":
                self = .direction
                return
            default:
                continue
            }
        }
        return nil
    }

    /// The word for programs.
    package var code: FieldProblem.Code {
        switch self {
        case .controlCharacter: .controlCharacter
        case .direction: .direction
        }
    }

    /// The reason for people.
    package var detail: LocalizedText {
        switch self {
        case .controlCharacter:
            LocalizedText(
                pl: "Tekst zawiera niedozwolony znak sterujący.",
                en: "The text holds a control character."
            )
        case .direction:
            LocalizedText(
                pl: "Tekst zawiera znak, który zmienia kierunek pisma.",
                en: "The text holds a mark that changes the direction of writing."
            )
        }
    }
}
