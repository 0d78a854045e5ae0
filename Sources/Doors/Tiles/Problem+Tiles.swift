import Formats
import HTTP

extension Problem {
    static let noSuchTile = Problem(
        .notFound,
        code: "no-such-tile",
        title: LocalizedText(pl: "Nie ma takiego kafla", en: "There is no such tile"),
        detail: LocalizedText(
            pl: "Przybliżenie od 0 do 22, kolumna i wiersz od 0 do 2^z - 1.",
            en: "The zoom goes from 0 to 22, column and row from 0 to 2^z - 1."
        )
    )

    static func unknownFilter(_ name: String) -> Problem {
        refusedFilter(
            name,
            "unknown",
            LocalizedText(
                pl: "Nie ma takiego filtra. Jest: status.",
                en: "There is no such filter. There is: status."
            )
        )
    }

    static func unknownFilterValue(_ name: String) -> Problem {
        refusedFilter(
            name,
            "choice",
            LocalizedText(pl: "Dozwolona wartość: all.", en: "The value it takes: all.")
        )
    }

    private static func refusedFilter(_ name: String, _ code: String, _ detail: LocalizedText) -> Problem {
        Problem(
            .badRequest,
            code: "invalid-filter",
            title: LocalizedText(pl: "Nieprawidłowy filtr", en: "Invalid filter"),
            errors: [.init(pointer: String(name.prefix(64)), code: code, detail: detail)]
        )
    }
}
