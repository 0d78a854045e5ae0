/// A column of a list of reports, by the names that its head may have.
package enum ImportColumn: String, CaseIterable, Sendable {
    case category
    case description
    case address
    case lon
    case lat
    case created
    case channel
    case firstName = "first_name"
    case lastName = "last_name"
    case email
    case phone
    /// Its name in the list it comes from.
    case reference

    /// What Polish offices call it, without marks.
    private var polish: [String] {
        switch self {
        case .category: ["kategoria"]
        case .description: ["opis", "tresc"]
        case .address: ["adres", "miejsce"]
        case .lon: ["dlugosc", "dlugosc geograficzna", "x"]
        case .lat: ["szerokosc", "szerokosc geograficzna", "y"]
        case .created: ["data", "data zgloszenia"]
        case .channel: ["kanal"]
        case .firstName: ["imie"]
        case .lastName: ["nazwisko"]
        case .email: ["e-mail", "mail"]
        case .phone: ["telefon", "tel"]
        case .reference: ["numer", "lp", "lp."]
        }
    }

    /// The column that a head names; nil for an unknown one.
    init?(head: String) {
        let folded = ImportColumn.folded(head)
        guard
            let column = ImportColumn.allCases.first(where: {
                $0.rawValue == folded || $0.polish.contains(folded)
            })
        else { return nil }
        self = column
    }

    /// Small letters without marks and without spaces around them.
    private static func folded(_ text: String) -> String {
        let plain: [Character: Character] = [
            "ą": "a", "ć": "c", "ę": "e", "ł": "l", "ń": "n", "ó": "o", "ś": "s", "ź": "z", "ż": "z",
        ]
        var letters = text.lowercased().map { plain[$0] ?? $0 }[...]
        while letters.first?.isWhitespace == true { letters.removeFirst() }
        while letters.last?.isWhitespace == true { letters.removeLast() }
        return String(letters)
    }
}
