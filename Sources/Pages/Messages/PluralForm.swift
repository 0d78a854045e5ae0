package import Formats

/// The form of a noun that a count asks for (Unicode CLDR, whole numbers): 1 zgłoszenie, 2 zgłoszenia, 5 zgłoszeń.
package enum PluralForm: String, CaseIterable, Sendable {
    case one
    case few
    case many
    case other

    /// The forms that a language tells apart.
    package static func all(in language: Language) -> [PluralForm] {
        switch language {
        case .pl: [.one, .few, .many]
        case .en: [.one, .other]
        }
    }

    /// The form for a count.
    package init(_ count: Int, in language: Language) {
        let number = count.magnitude
        switch language {
        case .en:
            self = number == 1 ? .one : .other
        case .pl:
            let isTeen = (12...14).contains(number % 100)
            if number == 1 {
                self = .one
            } else {
                self = (2...4).contains(number % 10) && !isTeen ? .few : .many
            }
        }
    }
}
