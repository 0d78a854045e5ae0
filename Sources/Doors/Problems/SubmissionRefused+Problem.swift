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
                Problem.FieldError(pointer: "#/\($0.part.rawValue)", code: $0.code, detail: $0.detail)
            }
        )
    }
}
