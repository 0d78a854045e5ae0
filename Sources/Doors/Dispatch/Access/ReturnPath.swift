import HTTP

/// A page of the console to which somebody comes back after signing in: never a place elsewhere.
package struct ReturnPath: Equatable, Sendable {
    /// The path with its query, as it is sent.
    package let text: String

    /// The page on which everybody begins.
    static let start = ReturnPath(checked: "/dispatch/")
    private static let longest = 2_000

    private init(checked text: String) {
        self.text = text
    }

    /// The page that a request asked for; the first one where that is none to come back to.
    init(of request: Request) {
        let isPage = request.method == .get || request.method == .head
        self = isPage ? ReturnPath(request.target.address) ?? .start : .start
    }

    /// Takes what came back with a form; nil unless it is a path of the console that stands for a page.
    ///
    /// It is read as the path of a request and written anew from what was read, so that no browser can see
    /// another host, another scheme or the way out of a folder in it.
    package init?(_ text: String) {
        guard text.utf8.count <= ReturnPath.longest, let target = try? Target(parsing: Array(text.utf8)),
            target.segments.first == "dispatch",
            !["sign-in", "sign-out", "assets"].contains(target.segments.dropFirst().first ?? "")
        else { return nil }
        self.text = target.address
    }
}
