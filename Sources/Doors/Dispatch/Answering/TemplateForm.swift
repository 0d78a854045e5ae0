import Formats
import HTTP
import Intake
import Ledger
import Pages
import Reports
import Territory

/// What the form of a template sends, for a new one or for one that is changed.
struct TemplateForm {
    let name: String
    let category: String
    let status: String
    let polish: String
    let english: String

    /// What is wrong with it: the name of a message, or of a text in it.
    struct Fault: Error {
        let message: String
        var word = ""
    }

    init(_ fields: Query) {
        name = fields.trimmed("name")
        category = fields.trimmed("category")
        status = fields.trimmed("status")
        polish = fields.trimmed("text_pl")
        english = fields.trimmed("text_en")
    }

    /// The form as it is for a template that there is, or for a new one.
    init(_ template: AnswerTemplate? = nil) {
        name = template?.name ?? ""
        category = template?.category ?? ""
        status = template?.status?.rawValue ?? ""
        polish = template?.text.pl ?? ""
        english = template?.text.en ?? ""
    }

    /// The template that it asks for.
    func template(in city: City) throws(Fault) -> AnswerTemplate {
        guard TextFault(in: name, longest: AnswerTemplate.longestName) == nil,
            !name.contains(where: \.isNewline)
        else { throw Fault(message: "name") }
        guard category.isEmpty || city.catalogue[category] != nil else { throw Fault(message: "category") }
        let status = ReportStatus(rawValue: status)
        guard self.status.isEmpty || status != nil else { throw Fault(message: "status") }
        for text in [polish, english] {
            guard TextFault(in: text, longest: AnswerTemplate.longestText) == nil else {
                throw Fault(message: "text")
            }
            if let word = TemplateBlank.unknown(in: text) {
                throw Fault(message: "blank", word: String(word.prefix(40)))
            }
        }
        return AnswerTemplate(
            name: name,
            category: category.isEmpty ? nil : category,
            status: status,
            text: LocalizedText(pl: polish, en: english)
        )
    }

    /// What the page shows again.
    func values(for visit: StaffVisit) -> PageScope {
        [
            "templateName": .text(name),
            "polish": .text(polish),
            "english": .text(english),
            "categories": .list(
                visit.city.catalogue.categories.map {
                    [
                        "code": .text($0.code), "name": .text($0.name[visit.language]),
                        "selected": .flag($0.code == category),
                    ]
                }
            ),
            "statuses": .list(
                ReportStatus.allCases.map {
                    [
                        "code": .text($0.rawValue),
                        "name": .text(visit.words("shared.statuses.\($0.rawValue)")),
                        "selected": .flag($0.rawValue == status),
                    ]
                }
            ),
            "blanks": .list(
                TemplateBlank.allCases.map {
                    [
                        "code": .text("{\($0.rawValue)}"),
                        "name": .text(visit.words("template.blanks.\($0.rawValue)")),
                    ]
                }
            ),
        ]
    }
}
