import Formats
import Pages
import Reports

/// The questions of a category as the form asks them.
struct QuestionChoices {
    let category: Category
    let answers: [String: [String]]
    let problems: FormProblems
    let language: Language

    var values: [PageScope] {
        category.questions.map { question in
            let given = answers[question.code] ?? []
            return [
                "code": .text(question.code),
                "field": .text("answers[\(question.code)]"),
                "question": .text(question.wording[language]),
                "hint": .text(question.hint?[language] ?? ""),
                "isOne": .flag(question.form == .oneOf),
                "isMulti": .flag(question.form == .someOf),
                "isLong": .flag(question.form == .text),
                "isText": .flag(question.form == .string),
                "isNumber": .flag(question.form == .number),
                "isDate": .flag(question.form == .dateTime),
                "required": .flag(question.isRequired),
                "value": .text(given.first ?? ""),
                "error": .text(problems.problem(with: question.code)?[language] ?? ""),
                "values": .list(
                    question.choices.map {
                        [
                            "code": .text($0.code),
                            "name": .text($0.name[language]),
                            "selected": .flag(given.contains($0.code)),
                        ]
                    }
                ),
            ]
        }
    }
}
