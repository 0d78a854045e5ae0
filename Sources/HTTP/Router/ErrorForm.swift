package import Formats

/// How the errors below a path are told, where its clients expect another form than RFC 9457.
package struct ErrorForm: Sendable {
    /// Makes the answer; the path is as it was sent, without its query, and may be no path of ours.
    package typealias Writing =
        @Sendable (_ problem: Problem, _ path: String, _ language: Language) -> Response

    let prefix: String
    let write: Writing

    /// - Parameters:
    ///   - prefix: the path below which it holds, with a slash at its end.
    ///   - write: makes the answer.
    package init(below prefix: String, _ write: @escaping Writing) {
        self.prefix = prefix
        self.write = write
    }
}

extension Target {
    /// The decoded path, which may have changed its length by that.
    var path: String { "/" + segments.joined(separator: "/") + (trailingSlash ? "/" : "") }
}
