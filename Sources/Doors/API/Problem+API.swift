import Formats
import HTTP

extension Problem {
    static let noSuchReport = Problem(
        .notFound,
        code: "no-such-report",
        title: LocalizedText(pl: "Nie ma takiego zgłoszenia", en: "There is no such report"),
        detail: LocalizedText(
            pl: "Numer wygląda tak: KCK-2026-000123.",
            en: "A number looks like this: KCK-2026-000123."
        )
    )

    static let notYours = Problem(
        .forbidden,
        code: "not-yours",
        title: LocalizedText(pl: "To nie jest Twoje zgłoszenie", en: "This report is not yours"),
        detail: LocalizedText(
            pl: "Klucz lub kod otwiera inne zgłoszenia.",
            en: "The key or the secret opens other reports."
        )
    )

    static let jsonExpected = Problem(
        .unsupportedMediaType,
        code: "json-expected",
        title: LocalizedText(pl: "Oczekiwano JSON", en: "JSON was expected"),
        detail: LocalizedText(
            pl: "Wyślij treść z nagłówkiem Content-Type: application/json.",
            en: "Send the body with the header Content-Type: application/json."
        )
    )
}

extension Request {
    /// Refuses a body of another type; a form of a foreign page cannot send JSON without asking first.
    func requireJSON() throws(Problem) {
        let type = headers[.contentType].flatMap { MediaType(parsing: $0) }
        guard type?.essence == "application/json" else { throw .jsonExpected }
    }
}
