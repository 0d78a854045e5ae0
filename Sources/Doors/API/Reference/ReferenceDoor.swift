import Formats
package import HTTP

/// The API's own description: `/api/v1/openapi.json` for programs, `/api/v1/` for people.
package struct ReferenceDoor: Sendable {
    private let document: Response
    private let pages: [Language: Response]

    /// Reads an OpenAPI document and makes its pages once.
    ///
    /// - Throws: `JSONSyntaxError` or `BrokenDescription` where the document cannot be read.
    package init(_ openAPI: [UInt8]) throws {
        let description = try APIDescription(openAPI)
        var document = Response(.json, PreparedBody(openAPI, compressing: .level(9)))
        document.headers.add(.cacheControl, "no-cache")
        self.document = document
        var pages: [Language: Response] = [:]
        for language in [Language.pl, .en] {
            let html = ReferencePage(description, in: language).html
            var page = Response(.html, PreparedBody(html, compressing: .level(9)))
            page.policy = .page
            page.headers.add(.cacheControl, "no-cache")
            page.headers.add(.vary, "Accept-Language")
            pages[language] = page
        }
        self.pages = pages
    }

    /// Adds the door's addresses.
    package func open(on router: inout Router) {
        router.group("/api", cors: .publicReads) { group in
            group.get("/v1/openapi.json", inline: { [document] _ in document })
            group.get("/v1/") { [pages] (request: Request) throws in
                guard let page = pages[request.language] else { throw Problem.internalError }
                return page
            }
        }
    }
}
