package import Formats

/// An error as a client sees it (RFC 9457): a status, a stable code, and words in both languages.
package struct Problem: Error, Sendable {
    /// One field of the request that is wrong.
    package struct FieldError: Sendable {
        /// Where the field is: a JSON pointer as a fragment (`#/location/lon`), or a parameter's name.
        package let pointer: String
        /// What is wrong with it, in a word that never changes.
        package let code: String
        /// What is wrong with it, for people.
        package let detail: LocalizedText

        /// Joins the place, the code and the words.
        package init(pointer: String, code: String, detail: LocalizedText) {
            self.pointer = pointer
            self.code = code
            self.detail = detail
        }
    }

    /// The status of the answer.
    package let status: Status
    /// What is wrong, in a word that never changes: `body-too-large`.
    package let code: String
    /// What is wrong, the same for every occurrence.
    package let title: LocalizedText
    /// What is wrong this time.
    package let detail: LocalizedText?
    /// The fields that are wrong.
    package let errors: [FieldError]
    /// Facts for programs besides, each a member of its own (RFC 9457, section 3.2).
    package let facts: [(name: String, value: String)]
    /// Further headers of the answer: `Retry-After`, `Allow`.
    package var headers: Headers

    /// Joins the parts.
    package init(
        _ status: Status,
        code: String,
        title: LocalizedText,
        detail: LocalizedText? = nil,
        errors: [FieldError] = [],
        facts: [(name: String, value: String)] = [],
        headers: Headers = Headers()
    ) {
        self.status = status
        self.code = code
        self.title = title
        self.detail = detail
        self.errors = errors
        self.facts = facts
        self.headers = headers
    }

    /// The same problem, with the seconds after which the client may try again.
    package func retry(afterSeconds seconds: Int) -> Problem {
        var problem = self
        problem.headers.set(.retryAfter, HeaderValue(max(0, seconds)))
        return problem
    }
}

/// An error that knows what a client should be told of it.
package protocol ProblemConvertible: Error {
    /// The error as a client sees it.
    var problem: Problem { get }
}

extension Problem {
    /// The one place where errors become answers; what nobody foresaw is `internal`, and says nothing more.
    package static func translating(_ error: any Error) -> (problem: Problem, isForeseen: Bool) {
        switch error {
        case let problem as Problem: (problem, true)
        case let error as any ProblemConvertible: (error.problem, true)
        case is CancellationError: (.cancelled, true)
        default: (.internalError, false)
        }
    }
}
