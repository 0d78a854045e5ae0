import Formats
import HTTP
import Pages

/// A site's pages, ready to be filled and sent.
struct SitePages: Sendable {
    private let all: PageSet
    /// Hears of each name that a page has and nobody gave a value.
    private let missing: @Sendable (_ page: String, _ name: String) -> Void

    init(_ all: PageSet, missing: @escaping @Sendable (_ page: String, _ name: String) -> Void) {
        self.all = all
        self.missing = missing
    }

    /// The names of the pages.
    var names: [String] { all.names }

    /// Everything that the pages say in a language.
    func messages(in language: Language) throws -> Messages {
        guard let messages = all.messages[language] else { throw Problem.internalError }
        return messages
    }

    /// A page filled with values; how long it may be kept is for the site to say.
    func response(
        _ name: String,
        _ scope: PageScope,
        in language: Language,
        policy: ContentSecurityPolicy,
        status: Status
    ) throws -> Response {
        guard let template = all.template(name, in: language) else { throw Problem.internalError }
        var response = Response(.html, template.page(scope) { missing(name, $0) }, status: status)
        response.policy = policy
        response.headers.add(.contentLanguage, HeaderValue(language.rawValue) ?? "pl")
        return response
    }
}
