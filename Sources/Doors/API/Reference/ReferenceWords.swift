import Formats

/// The page's own words; the descriptions are the document's and in English.
enum ReferenceWords {
    static let title = LocalizedText(pl: "Emapa: interfejs programistyczny", en: "Emapa: the API")
    static let language = LocalizedText(
        pl: "Opisy są po angielsku. Ten sam opis dla programów:",
        en: "The same for programs:"
    )
    static let contents = LocalizedText(pl: "Spis treści", en: "Contents")
    static let parameters = LocalizedText(pl: "Parametry", en: "Parameters")
    static let body = LocalizedText(pl: "Treść", en: "Body")
    static let answers = LocalizedText(pl: "Odpowiedzi", en: "Answers")
    static let example = LocalizedText(pl: "Przykład", en: "Example")
    static let required = LocalizedText(pl: "wymagane", en: "required")
    static let data = LocalizedText(pl: "Dane", en: "Data")
    static let access = LocalizedText(pl: "Dostęp", en: "Access")
    static let problems = LocalizedText(pl: "kody", en: "codes")
    static let headers = LocalizedText(pl: "nagłówki", en: "headers")

    static let everybody = LocalizedText(pl: "dla wszystkich", en: "everybody")
    static let key = LocalizedText(pl: "klucz API", en: "API key")
    static let secret = LocalizedText(pl: "sekret zgłoszenia", en: "the report's secret")

    /// Who an entry of `security` lets in.
    static func access(_ scheme: String?) -> LocalizedText {
        switch scheme {
        case "key": key
        case "secret": secret
        default: everybody
        }
    }
}
