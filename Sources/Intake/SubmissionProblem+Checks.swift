import Formats
import Reports
import Territory

extension SubmissionProblem {
    static var unknownCategory: SubmissionProblem {
        SubmissionProblem(.category, "unknown", City.unknownCategoryWords)
    }

    static var outsideCity: SubmissionProblem {
        SubmissionProblem(.location, "outside_city", City.outsideWords)
    }

    static var swappedAxes: SubmissionProblem {
        SubmissionProblem(.location, "swapped", City.swappedWords)
    }

    init(_ problem: AnswerProblem) {
        self.init(.answer(problem.question), problem.code, problem.detail)
    }

    /// What is wrong with a description; nil when it can be taken.
    init?(inDescription text: String) {
        let visible = text.unicodeScalars.contains { !$0.properties.isWhitespace }
        if !visible {
            self.init(
                .description,
                "missing",
                pl: "Opisz w kilku słowach, co się dzieje.",
                en: "Say in a few words what is wrong."
            )
        } else if text.unicodeScalars.count > Submission.longestDescription {
            self.init(
                .description,
                "length",
                pl: "Opis może mieć najwyżej \(Submission.longestDescription) znaków.",
                en: "A description may have at most \(Submission.longestDescription) characters."
            )
        } else if text.unicodeScalars.contains(where: isForbidden) {
            self.init(
                .description,
                "control_character",
                pl: "Opis zawiera znaki sterujące, których nie można zapisać.",
                en: "The description holds control characters that cannot be stored."
            )
        } else {
            return nil
        }
    }
}

/// Control characters other than line breaks and tabs: PostgreSQL cannot store NUL, and nobody can read the rest.
private func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 && scalar != "\n" && scalar != "\r" && scalar != "\t" || scalar.value == 0x7F
}
