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
}
