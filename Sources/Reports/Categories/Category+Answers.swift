package import Formats

/// Why an answer to a category's question cannot be taken.
package struct AnswerProblem: Error, Equatable, Sendable {
    /// The question's code, as it was sent.
    package let question: String
    /// A stable word for programs: `unknown`, `choice`, `length`, `format` or `missing`.
    package let code: String
    package let detail: LocalizedText
}

extension Category {
    /// What is wrong with answers to this category's questions.
    ///
    /// What another system brings over may lack what only this one asks.
    package func problems(
        with answers: [String: [String]],
        mayLackRequired: Bool = false
    ) -> [AnswerProblem] {
        let given = answers.sorted { $0.key < $1.key }.flatMap { code, values -> [AnswerProblem] in
            guard let question = questions.first(where: { $0.code == code }) else {
                return [unknown(code)]
            }
            return question.problem(with: values).map { [$0] } ?? []
        }
        guard !mayLackRequired else { return given }
        let missing = questions.filter { question in
            question.isRequired && answers[question.code]?.contains { !$0.isEmpty } != true
        }
        return given + missing.map(\.unanswered)
    }

    private func unknown(_ code: String) -> AnswerProblem {
        let known = questions.map(\.code).joined(separator: ", ")
        return AnswerProblem(
            question: code,
            code: "unknown",
            detail: questions.isEmpty
                ? LocalizedText(
                    pl: "Ta kategoria nie zadaje pytań.",
                    en: "This category asks no questions."
                )
                : LocalizedText(
                    pl: "Ta kategoria nie zadaje takiego pytania. Pyta o: \(known).",
                    en: "This category doesn't ask that. It asks: \(known)."
                )
        )
    }
}

extension Question {
    /// The longest answer in words, in characters.
    private static let longestAnswer = 1_000

    fileprivate func problem(with values: [String]) -> AnswerProblem? {
        guard form.isChoice else {
            guard
                values.contains(where: { $0.unicodeScalars.count > Question.longestAnswer })
                    || values.count > 1
            else { return values.first.flatMap { problem(withForm: $0) } }
            return AnswerProblem(
                question: code,
                code: "length",
                detail: LocalizedText(
                    pl: "Jedna odpowiedź, najwyżej \(Question.longestAnswer) znaków.",
                    en: "One answer of at most \(Question.longestAnswer) characters."
                )
            )
        }
        let codes = choices.map(\.code)
        let isOneTooMany = form == .oneOf && values.count > 1
        guard isOneTooMany || !values.allSatisfy(codes.contains) else { return nil }
        let list = codes.joined(separator: ", ")
        return AnswerProblem(
            question: code,
            code: "choice",
            detail: form == .oneOf
                ? LocalizedText(pl: "Jedna z odpowiedzi: \(list).", en: "One of the answers: \(list).")
                : LocalizedText(pl: "Odpowiedzi spośród: \(list).", en: "Answers among: \(list).")
        )
    }

    /// Free answers are of the form that was asked for.
    private func problem(withForm value: String) -> AnswerProblem? {
        switch form {
        case .number where Double(decimal: value) == nil && !value.isEmpty:
            AnswerProblem(
                question: code,
                code: "format",
                detail: LocalizedText(
                    pl: "Oczekiwano liczby, jak 12 albo 3.5.",
                    en: "Expected a number as in 12 or 3.5."
                )
            )
        case .dateTime where !value.isEmpty && !Question.isMoment(value):
            AnswerProblem(
                question: code,
                code: "format",
                detail: LocalizedText(
                    pl: "Oczekiwano daty i czasu, jak 2026-06-30T12:00:00Z, albo dnia, jak 2026-06-30.",
                    en: "Expected a moment as in 2026-06-30T12:00:00Z, or a day as in 2026-06-30."
                )
            )
        default: nil
        }
    }

    private static func isMoment(_ text: String) -> Bool {
        Timestamp(parsing: text) != nil || CivilDate(parsing: text) != nil
    }

    fileprivate var unanswered: AnswerProblem {
        AnswerProblem(
            question: code,
            code: "missing",
            detail: LocalizedText(
                pl: "Odpowiedz na pytanie: \(wording.pl)",
                en: "Please answer: \(wording.en)"
            )
        )
    }
}
