import Formats
package import HTTP
package import Intake

extension SubmissionRefused: ProblemConvertible {
    /// 422 with every part that has to be changed.
    package var problem: Problem {
        Problem(
            .unprocessableContent,
            code: "invalid-fields",
            title: LocalizedText(pl: "Nieprawidłowe dane", en: "Invalid data"),
            errors: problems.map {
                Problem.FieldError(pointer: $0.part.pointer, code: $0.code, detail: $0.detail)
            }
        )
    }
}

extension SubmissionProblem.Part {
    /// The part in the JSON body, as a pointer.
    fileprivate var pointer: String {
        switch self {
        case .category: "#/category"
        case .description: "#/description"
        case .location: "#/location"
        case .address: "#/address"
        case .email: "#/contact/email"
        case .phone: "#/contact/phone"
        case .name: "#/contact"
        case .photos: "#/photos"
        case .sameAs: "#/same_as"
        case .notSameAs: "#/not_same_as"
        case .created: "#/created"
        case .status: "#/status"
        case .answer(let question): FieldPointer.root.member("answers").member(question).text
        }
    }
}
