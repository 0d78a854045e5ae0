import Addresses
import Formats
import HTTP

extension Problem {
    static func unknownAddressFilter(_ name: String, known: String) -> Problem {
        refusedAddressFilter(
            name,
            "unknown",
            LocalizedText(
                pl: "Nie ma takiego parametru. Są: \(known).",
                en: "There is no such parameter. There are: \(known)."
            )
        )
    }

    static func repeatedAddressFilter(_ name: String) -> Problem {
        refusedAddressFilter(
            name,
            "repeated",
            LocalizedText(pl: "Parametr podano dwa razy.", en: "The parameter is given twice.")
        )
    }

    static func missingAddressFilter(_ name: String) -> Problem {
        refusedAddressFilter(
            name,
            "missing",
            LocalizedText(pl: "Ten parametr jest wymagany.", en: "This parameter is required.")
        )
    }

    static let unfitAddressQuery = refusedAddressFilter(
        "q",
        "format",
        LocalizedText(
            pl: "Podaj nazwę lub adres: od 1 do \(AddressQuery.longest) znaków, w tym litera lub cyfra.",
            en:
                "Give a name or an address: 1 to \(AddressQuery.longest) characters, a letter or digit among them."
        )
    )

    static func addressDegrees(_ name: String, upTo limit: Int) -> Problem {
        refusedAddressFilter(
            name,
            "range",
            LocalizedText(
                pl: "Stopnie od -\(limit) do \(limit), na przykład 19.938333.",
                en: "Degrees from -\(limit) to \(limit), as in 19.938333."
            )
        )
    }

    static func addressLimit(_ most: Int) -> Problem {
        refusedAddressFilter(
            "limit",
            "range",
            LocalizedText(pl: "Liczba całkowita od 1 do \(most).", en: "A whole number from 1 to \(most).")
        )
    }

    private static func refusedAddressFilter(
        _ name: String,
        _ code: String,
        _ detail: LocalizedText
    ) -> Problem {
        Problem(
            .badRequest,
            code: "invalid-filter",
            title: LocalizedText(pl: "Nieprawidłowy parametr", en: "Invalid parameter"),
            errors: [.init(pointer: String(name.prefix(64)), code: code, detail: detail)]
        )
    }
}
