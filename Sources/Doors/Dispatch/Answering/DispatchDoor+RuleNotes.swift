import Formats
import HTTP
import Intake
import Ledger
import Pages
import Reports
import Territory

/// What staff say of the rules, for those who mend them: `/dispatch/rules`.
extension DispatchDoor {
    func openRuleNotes(_ group: inout RouteGroup) {
        page(&group, "/rules", requiring: .readRuleNotes) { visit in
            let areSettled = visit.request.query.first("settled") != nil
            let notes = try await ruleNotes.list(settled: areSettled)
            let values: PageScope = [
                "notes": .list(notes.map { self.values(of: $0, for: visit) }),
                "hasNotes": .flag(!notes.isEmpty),
                "areSettled": .flag(areSettled),
                "notice": .text(notice(on: "rules", to: visit)),
            ]
            return try site.reply("rules", values, to: visit)
        }
        form(&group, "/rules/{id}", requiring: .readRuleNotes) { visit, fields in
            let id = try visit.request.parameters.integer("id", in: 1...Int(Int32.max))
            let isSettled = fields.first("settled") == "1"
            try await ruleNotes.settle(Int64(id), isSettled, by: visit.staff.id)
            return try done(isSettled ? "settled" : "opened", at: "/dispatch/rules")
        }
    }

    /// Tells the editors that the rule of a case was wrong.
    func tellRuleIsWrong(_ desk: DeskCase, _ fields: Query) async throws {
        let text = fields.trimmed("note")
        if let fault = TextFault(in: text, longest: Note.longest) {
            throw Problem.invalidField("#/note", fault.code, fault.detail)
        }
        guard try await ruleNotes.add(text, about: desk.report, by: desk.visit.staff.id) else {
            throw Problem.tooManyRuleNotes
        }
    }

    /// A note as pages show it.
    func values(of note: RuleNote, for visit: StaffVisit) -> PageScope {
        [
            "id": .text(String(note.id)),
            "when": .text(visit.dates.moment(note.at)),
            "iso": .text(note.at.description),
            "name": .text(note.name),
            "report": .text(note.report),
            "rule": .text(note.rule),
            "cityVersion": .text(String(note.cityVersion)),
            "unit": .text(note.unit),
            "unitName": .text(visit.city.units[note.unit]?.name[visit.language] ?? note.unit),
            "text": .text(note.text),
            "settledWhen": .text(note.settled.map { visit.dates.moment($0) } ?? ""),
        ]
    }
}

extension Problem {
    fileprivate static let tooManyRuleNotes = Problem(
        .conflict,
        code: "too-many-rule-notes",
        title: LocalizedText(pl: "Redaktorzy już o tym wiedzą", en: "The editors know already"),
        detail: LocalizedText(
            pl: "O tym zgłoszeniu jest już \(RuleNotes.mostOpen) uwag, których nikt jeszcze nie rozpatrzył.",
            en: "There are \(RuleNotes.mostOpen) notes about this report that nobody has seen to yet."
        )
    )
}
