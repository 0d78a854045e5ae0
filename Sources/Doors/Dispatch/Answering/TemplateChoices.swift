import Formats
import HTTP
import Ledger
import Pages
import Reports
import Territory

/// The templates that fit a case, filled in from it, in both languages.
struct TemplateChoices {
    let desk: DeskCase
    let templates: [KeptTemplate]
    /// The pages' words in each language: days are written in the answer's language, not in the reader's.
    let messages: [Language: Messages]

    /// What a form offers: everything that may explain one of its states.
    func values(for statuses: [ReportStatus], in form: String) -> PageValue {
        let fitting = templates.filter { kept in kept.template.status.map { statuses.contains($0) } ?? true }
        guard !fitting.isEmpty else { return .text("") }
        return .scope([
            "form": .text(form),
            "languages": .list(
                Language.allCases.map { language in
                    [
                        "code": .text(language.rawValue),
                        "items": .list(fitting.map { item($0, in: language) }),
                    ]
                }
            ),
        ])
    }

    /// The text of the template that a form names, as `7.pl`; nil where it names none.
    func text(named name: String) -> String? {
        let parts = name.split(separator: ".")
        guard parts.count == 2, let language = Language(rawValue: String(parts[1])),
            let kept = templates.first(where: { String($0.id) == parts[0] })
        else { return nil }
        return text(of: kept.template, in: language)
    }

    private func item(_ kept: KeptTemplate, in language: Language) -> PageScope {
        [
            "id": .text("\(kept.id).\(language.rawValue)"),
            "templateName": .text(kept.template.name),
            "status": .text(kept.template.status?.rawValue ?? ""),
            "text": .text(text(of: kept.template, in: language)),
        ]
    }

    private func text(of template: AnswerTemplate, in language: Language) -> String {
        TemplateBlank.fill(template.text[language], with: blanks(in: language))
    }

    private func blanks(in language: Language) -> [TemplateBlank: String] {
        let (report, city) = (desk.report, desk.visit.city)
        let dates = messages[language].map { LocalDates(zone: city.timeZone, messages: $0) }
        return [
            .number: report.number.description,
            .category: city.catalogue[report.category]?.name[language] ?? report.category,
            .unit: city.units[report.placement.unit]?.name[language] ?? report.placement.unit,
            .address: report.words.publicAddress ?? "",
            .deadline: report.due.closure.flatMap { end in dates.map { $0.lastDay(before: end) } } ?? "",
            .today: dates.map { $0.day(desk.visit.now) } ?? "",
        ]
    }
}
