import Formats
import HTTP
import Intake
import Ledger
import Pages
import Photos

/// What is wrong with a form, at the fields where it is.
struct FormProblems {
    /// The form's parts at which something can be wrong, in their order on the page.
    static let fields = [
        "location", "address", "category", "answers", "description", "photos", "email", "phone", "consents",
    ]

    private var found: [(field: String, id: String, text: LocalizedText)] = []

    var isEmpty: Bool { found.isEmpty }

    mutating func add(_ field: String, _ text: LocalizedText, id: String? = nil) {
        found.append((field, id ?? field, text))
    }

    /// Everything that Intake found.
    mutating func add(_ refused: SubmissionRefused) {
        for problem in refused.problems {
            let (field, id) = problem.part.formField
            add(field, problem.detail, id: id)
        }
    }

    /// The problem of a question; nil where there is none.
    func problem(with question: String) -> LocalizedText? {
        found.first { $0.id == "answer-\(question)" }?.text
    }

    func values(in language: Language) -> PageScope {
        var atFields: PageScope = [:]
        for field in FormProblems.fields {
            atFields.set(field, found.first { $0.field == field }?.text[language])
        }
        let ordered = found.sorted { rank($0.field) < rank($1.field) }
        return [
            "error": .scope(atFields),
            "errors": .list(
                ordered.map {
                    ["field": .text($0.field), "id": .text($0.id), "text": .text($0.text[language])]
                }
            ),
            "hasErrors": .flag(!found.isEmpty),
        ]
    }

    private func rank(_ field: String) -> Int { FormProblems.fields.firstIndex(of: field) ?? 0 }
}

extension SubmissionProblem.Part {
    /// The field of the form, and the element that has it.
    fileprivate var formField: (field: String, id: String) {
        switch self {
        case .category: ("category", "category")
        case .description: ("description", "description")
        case .location: ("location", "location")
        case .address: ("address", "address")
        case .answer(let code): ("answers", "answer-\(code)")
        case .email: ("email", "email")
        case .phone: ("phone", "phone")
        case .name: ("consents", "consents")
        case .photos: ("photos", "photos")
        case .sameAs, .notSameAs, .created, .status: ("category", "category")
        }
    }
}

extension LocalizedText {
    static let unfitPoint = LocalizedText(
        pl: "Oczekiwano szerokości i długości geograficznej, jak 50.0614 i 19.9372.",
        en: "Expected a latitude and a longitude, as in 50.0614 and 19.9372."
    )
    static let noCategory = LocalizedText(
        pl: "Wybierz, czego dotyczy zgłoszenie.",
        en: "Choose what the report is about."
    )
}
