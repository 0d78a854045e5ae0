import Formats
import HTTP

/// The door's own description: for programs, and as a page for people.
struct LayerDocuments: Sendable {
    let document: PreparedBody
    private let pages: [Language: PreparedBody]

    init(_ openAPI: [UInt8]) throws {
        let description = try APIDescription(openAPI)
        document = PreparedBody(openAPI, compressing: .level(9))
        var pages: [Language: PreparedBody] = [:]
        for language in Language.allCases {
            let page = ReferencePage(
                description,
                in: language,
                titled: LayerDocuments.title,
                at: "\(OGCDoor.path)/api?f=json"
            )
            pages[language] = PreparedBody(page.html, compressing: .level(9))
        }
        self.pages = pages
    }

    /// The page in a language.
    func page(in language: Language) throws(Problem) -> Response {
        guard let body = pages[language] else { throw .internalError }
        var response = Response(.html, body)
        response.policy = .page
        response.headers.add(.contentLanguage, HeaderValue(language.rawValue) ?? "pl")
        return response
    }

    private static let title = LocalizedText(
        pl: "Emapa: warstwy dla map (OGC API)",
        en: "Emapa: layers for maps (OGC API)"
    )
}
