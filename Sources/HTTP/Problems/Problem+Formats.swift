import Formats

extension JSONSyntaxError: ProblemConvertible {
    /// 400 with the place of the fault.
    package var problem: Problem {
        Problem(
            .badRequest,
            code: "malformed-json",
            title: LocalizedText(pl: "Nieprawidłowy JSON", en: "Malformed JSON"),
            detail: LocalizedText(
                pl: "Wiersz \(line), znak \(column): \(reason.pl).",
                en: "Line \(line), character \(column): \(reason.en)."
            )
        )
    }
}

extension FieldProblems: ProblemConvertible {
    /// 422 with every field that is wrong.
    package var problem: Problem {
        Problem(
            .unprocessableContent,
            code: "invalid-fields",
            title: LocalizedText(pl: "Nieprawidłowe dane", en: "Invalid data"),
            errors: problems.map {
                Problem.FieldError(pointer: $0.pointer, code: $0.code.rawValue, detail: $0.detail)
            }
        )
    }
}
