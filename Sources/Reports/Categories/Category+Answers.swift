package import Formats

/// Why an answer to a category's question cannot be taken.
package struct AnswerProblem: Error, Equatable, Sendable {
    /// The question's code, as it was sent.
    package let question: String
    /// A stable word for programs: `unknown`, `choice` or `length`.
    package let code: String
    package let detail: LocalizedText
}

extension Category {
    /// What is wrong with answers to this category's questions; none of them has to be given.
    package func problems(with answers: [String: [String]]) -> [AnswerProblem] {
        answers.sorted { $0.key < $1.key }.flatMap { code, values -> [AnswerProblem] in
            guard let question = questions.first(where: { $0.code == code }) else {
                return [unknown(code)]
            }
            return question.problem(with: values).map { [$0] } ?? []
        }
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
            else { return nil }
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
}
