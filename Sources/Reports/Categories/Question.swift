package import Formats

/// A question to the sender of a report: an attribute of a service in Open311's words.
package struct Question: Sendable, Equatable {
    /// The form of an answer, by Open311's names.
    package enum Form: String, Sendable {
        case oneOf = "singlevaluelist"
        case someOf = "multivaluelist"
        case string
        case number
        case dateTime = "datetime"
        case text

        /// Whether answers are chosen from a list.
        package var isChoice: Bool { self == .oneOf || self == .someOf }
    }

    /// An answer to choose.
    package struct Choice: Sendable, Equatable {
        package let code: String
        package let name: LocalizedText
    }

    /// Unique within its category.
    package let code: String
    package let form: Form
    package let isRequired: Bool
    package let wording: LocalizedText
    package let hint: LocalizedText?
    /// The answers to choose from, in their order; empty if the answer is free.
    package let choices: [Choice]
}
