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

    static var placeMissing: SubmissionProblem {
        SubmissionProblem(
            .location,
            "missing",
            pl: "Podaj punkt na mapie albo adres.",
            en: "Give a point on the map or an address."
        )
    }

    static func unknownAddress(similar: [String]) -> SubmissionProblem {
        let list = similar.joined(separator: "; ")
        return SubmissionProblem(
            .address,
            similar.isEmpty ? "unknown" : "ambiguous",
            pl: similar.isEmpty
                ? "Nie znamy takiego adresu. Wskaż punkt na mapie albo podaj ulicę lub osiedle."
                : "Nie wiadomo, o które miejsce chodzi. Podobne: \(list).",
            en: similar.isEmpty
                ? "There is no such address on our list. Give a point on the map, a street or an estate."
                : "It isn't clear which place is meant. Similar ones: \(list)."
        )
    }

    static func unknownNumber(_ part: Part) -> SubmissionProblem {
        SubmissionProblem(
            part,
            "unknown",
            pl: "Nie ma zgłoszenia o takim numerze.",
            en: "There is no report with such a number."
        )
    }

    static var unknownPhoto: SubmissionProblem {
        SubmissionProblem(
            .photos,
            "unknown",
            pl: "Nie ma takiego zdjęcia; wyślij je ponownie.",
            en: "There is no such photo; please upload it again."
        )
    }

    init(_ problem: AnswerProblem) {
        self.init(.answer(problem.question), problem.code, problem.detail)
    }
}
