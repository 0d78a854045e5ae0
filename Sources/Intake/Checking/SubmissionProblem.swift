package import Formats

/// Why a submission was not taken: what is wrong with which part of it.
package struct SubmissionProblem: Error, Equatable, Sendable {
    /// The part of the submission that has to be changed.
    package enum Part: Equatable, Sendable {
        case category
        case description
        case location
        case address
        /// The answer to the question of this code.
        case answer(String)
        case email
        case phone
        case name
        case photos
        case sameAs
        case notSameAs
        case created
        case status
    }

    package let part: Part
    /// A stable word for programs, such as `outside_city`.
    package let code: String
    package let detail: LocalizedText

    init(_ part: Part, _ code: String, _ detail: LocalizedText) {
        self.part = part
        self.code = code
        self.detail = detail
    }

    init(_ part: Part, _ code: String, pl: String, en: String) {
        self.init(part, code, LocalizedText(pl: pl, en: en))
    }

    init(_ part: Part, _ fault: TextFault) {
        self.init(part, fault.code, fault.detail)
    }
}

/// All that is wrong with a submission, so that it can be mended in one go.
package struct SubmissionRefused: Error, Equatable, Sendable {
    package let problems: [SubmissionProblem]
}
