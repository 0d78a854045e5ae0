import Formats
package import HTTP
package import Reports

extension StepRefused: ProblemConvertible {
    /// 409 where the report's status is in the way, 403 where the step is for others, 422 where the request is.
    package var problem: Problem {
        switch self {
        case .noSuchStep, .tooLate:
            Problem(
                .conflict,
                code: "step-refused",
                title: LocalizedText(
                    pl: "Tak nie można zmienić stanu",
                    en: "The status can't change like this"
                ),
                detail: detail
            )
        case .notAllowed:
            Problem(
                .forbidden,
                code: "step-not-allowed",
                title: LocalizedText(pl: "Ta zmiana jest dla innych", en: "This step is for others"),
                detail: detail
            )
        case .unknownStatus:
            .invalidField("#/status", code, detail)
        case .reasonMissing, .reasonUnknown, .reasonNotTaken:
            .invalidField("#/reason", code, detail)
        }
    }
}

extension Problem {
    /// 422 with one field that is wrong.
    static func invalidField(_ pointer: String, _ code: String, _ detail: LocalizedText) -> Problem {
        Problem(
            .unprocessableContent,
            code: "invalid-fields",
            title: LocalizedText(pl: "Nieprawidłowe dane", en: "Invalid data"),
            errors: [.init(pointer: pointer, code: code, detail: detail)]
        )
    }
}
