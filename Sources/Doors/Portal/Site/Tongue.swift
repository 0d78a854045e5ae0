import Formats

/// A language with the addresses of its pages: Polish at `/`, the others below their code.
struct Tongue: Sendable {
    let language: Language

    static let all = Language.allCases.map { Tongue(language: $0) }

    /// What the language's addresses begin with: nothing, or `/en`.
    var base: String { language == .pl ? "" : "/\(language.rawValue)" }

    /// The address of a page, which is written as for Polish.
    func path(_ path: String) -> String { base + path }

    /// The language of a path.
    init(of path: String) {
        let first = path.dropFirst().prefix { $0 != "/" }
        self.init(language: Language(rawValue: String(first)) ?? .pl)
    }

    init(language: Language) {
        self.language = language
    }

    /// The other language of the site.
    var other: Tongue { Tongue(language: language == .pl ? .en : .pl) }

    /// A path of this language without what the language adds.
    func plain(_ path: String) -> String {
        guard !base.isEmpty, path.hasPrefix(base) else { return path }
        let rest = path.dropFirst(base.count)
        return rest.isEmpty ? "/" : String(rest)
    }
}
