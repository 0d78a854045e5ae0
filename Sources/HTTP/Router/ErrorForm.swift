package import Formats

/// How errors are told, where clients expect another form than RFC 9457.
package struct ErrorForm: Sendable {
    /// Whether a request's errors are told so, by its path as it was sent, without its query, and its headers.
    package typealias Condition = @Sendable (_ path: String, _ headers: Headers) -> Bool

    let applies: Condition
    let write: Writing

    /// Makes the answer.
    enum Writing: Sendable {
        /// For any request, even one whose head could not be read.
        case ofPath(@Sendable (_ problem: Problem, _ path: String, _ language: Language) -> Response)
        /// For requests that could be read.
        case ofRequest(@Sendable (_ problem: Problem, _ request: Request) -> Response)
    }

    /// All errors below a path, those of requests that cannot be read among them.
    ///
    /// - Parameters:
    ///   - prefix: the path below which it holds, with a slash at its end.
    ///   - write: makes the answer; the path may be no path of ours.
    package init(
        below prefix: String,
        _ write: @escaping @Sendable (_ problem: Problem, _ path: String, _ language: Language) -> Response
    ) {
        applies = { path, _ in path.hasPrefix(prefix) }
        self.write = .ofPath(write)
    }

    /// The errors of the requests that meet a condition.
    package init(
        where condition: @escaping Condition,
        write: @escaping @Sendable (_ problem: Problem, _ request: Request) -> Response
    ) {
        applies = condition
        self.write = .ofRequest(write)
    }
}

extension Target {
    /// The decoded path, which may have changed its length by that.
    package var path: String { "/" + segments.joined(separator: "/") + (trailingSlash ? "/" : "") }
}
