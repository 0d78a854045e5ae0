/// One thing that is wrong with a field of a JSON object.
package struct FieldProblem: Equatable, Sendable {
    /// What kind of thing is wrong: stable words that clients may rely on.
    package enum Code: String, Sendable {
        case missing
        case type
        case unknown
        case range
        case length
        case format
        case choice
        /// The same value stands there more than once.
        case repeated
        case controlCharacter = "control_character"
        /// A mark that turns the direction of writing.
        case direction
    }

    /// Where: a JSON pointer as a URI fragment (RFC 6901 §6), such as `#/location/lon`.
    package let pointer: String
    /// What kind of thing is wrong.
    package let code: Code
    /// The same in words for people.
    package let detail: LocalizedText

    /// Gives every part.
    package init(pointer: String, code: Code, detail: LocalizedText) {
        self.pointer = pointer
        self.code = code
        self.detail = detail
    }
}

/// Everything that was wrong with an object; never empty.
package struct FieldProblems: Error, Equatable, Sendable {
    /// The problems in the order in which they were found.
    package let problems: [FieldProblem]

    init(_ problems: [FieldProblem]) {
        self.problems = problems
    }
}
