import Formats
import HTTP
import Ledger
import Pages
import Reports

/// What helps to answer a case, and what was said of the rule that placed it.
extension DispatchDoor {
    func answering(_ desk: DeskCase) async throws -> PageScope {
        var scope: PageScope = [
            "stepTemplates": "", "noteTemplates": "", "questionTemplates": "",
            "mayTellRule": .flag(desk.may(.tellRuleIsWrong)), "ruleNotes": .list([]),
        ]
        if desk.may(.tellRuleIsWrong) || desk.may(.readRuleNotes) {
            let notes = try await ruleNotes.list(about: desk.report.id)
            scope["ruleNotes"] = .list(notes.map { values(of: $0, for: desk.visit) })
        }
        guard desk.may(.answer) else { return scope }
        let choices = try await choices(for: desk)
        scope["stepTemplates"] = choices.values(
            for: desk.steps.map(\.to).filter { $0 != .waiting },
            in: "step"
        )
        scope["noteTemplates"] = choices.values(for: [desk.report.status], in: "note")
        scope["questionTemplates"] = choices.values(for: [.waiting], in: "ask-reporter")
        return scope
    }

    /// The fields of a form, with the text of the template that it names where nothing was written.
    func answered(_ fields: Query, _ desk: DeskCase) async throws -> Query {
        let name = fields.trimmed("template")
        guard !name.isEmpty, fields.trimmed("note").isEmpty, desk.may(.answer),
            let text = try await choices(for: desk).text(named: name)
        else { return fields }
        return Query(fields.items.filter { $0.name != "note" } + [.init(name: "note", value: text)])
    }

    private func choices(for desk: DeskCase) async throws -> TemplateChoices {
        TemplateChoices(
            desk: desk,
            templates: try await templates.list(for: desk.report.category),
            messages: try Dictionary(
                uniqueKeysWithValues: Language.allCases.map { ($0, try site.pages.messages(in: $0)) }
            )
        )
    }
}
