import Formats
import HTTP
import Ledger
import Pages
import Reports
import Territory

/// The templates of answers, for editors: `/dispatch/templates`.
extension DispatchDoor {
    func openTemplates(_ group: inout RouteGroup) {
        page(&group, "/templates", requiring: .editTemplates) { visit in
            let list = try await templates.list()
            let values: PageScope = [
                "templates": .list(list.map { line(of: $0, for: visit) }),
                "hasTemplates": .flag(!list.isEmpty),
                "notice": .text(notice(on: "templates", to: visit)),
            ]
            return try site.reply("templates", values, to: visit)
        }
        page(&group, "/templates/new", requiring: .editTemplates) { visit in
            try show(TemplateForm(), to: visit)
        }
        form(&group, "/templates/new", requiring: .editTemplates) { visit, fields in
            try await keep(TemplateForm(fields), to: visit) {
                try await templates.add($0, by: visit.staff.actor)
            }
        }
        page(&group, "/templates/{id}", requiring: .editTemplates) { visit in
            let kept = try await asked(visit)
            return try show(TemplateForm(kept.template), of: kept, to: visit)
        }
        form(&group, "/templates/{id}", requiring: .editTemplates) { visit, fields in
            let kept = try await asked(visit)
            return try await keep(TemplateForm(fields), of: kept, to: visit) {
                let seen = fields.first("version").flatMap { Int($0) } ?? 0
                try await templates.change(kept.id, to: $0, seen: seen, by: visit.staff.actor)
            }
        }
        form(&group, "/templates/{id}/remove", requiring: .editTemplates) { visit, _ in
            try await templates.remove(try await asked(visit).id, by: visit.staff.actor)
            return try done("removed", at: "/dispatch/templates")
        }
    }

    /// The template that a path names.
    ///
    /// - Throws: 404 `no-such-template`.
    private func asked(_ visit: StaffVisit) async throws -> KeptTemplate {
        let id = try visit.request.parameters.integer("id", in: 1...Int(Int32.max))
        guard let kept = try await templates.template(id) else { throw Problem.noSuchTemplate }
        return kept
    }

    private func keep(
        _ form: TemplateForm,
        of kept: KeptTemplate? = nil,
        to visit: StaffVisit,
        _ keep: (AnswerTemplate) async throws -> Void
    ) async throws -> Response {
        do {
            try await keep(try form.template(in: visit.city))
        } catch let fault as TemplateForm.Fault {
            let words = visit.visit.messages.text("template.faults.\(fault.message)", ["word": fault.word])
            return try show(form, of: kept, problem: words, status: .unprocessableContent, to: visit)
        } catch TemplateRefused.full {
            let words = visit.words("template.faults.full")
            return try show(form, of: kept, problem: words, status: .conflict, to: visit)
        } catch TemplateRefused.stale {
            // With the version as it is now, sending again is meant.
            let now = try await asked(visit)
            let words = visit.words("template.faults.stale")
            return try show(form, of: now, problem: words, status: .conflict, to: visit)
        }
        return try done("saved", at: "/dispatch/templates")
    }

    private func show(
        _ form: TemplateForm,
        of kept: KeptTemplate? = nil,
        problem: String = "",
        status: Status = .ok,
        to visit: StaffVisit
    ) throws -> Response {
        var values = form.values(for: visit)
        values.set("title", kept?.template.name ?? visit.words("template.title"))
        values.set("path", "/dispatch/templates/\(kept.map { String($0.id) } ?? "new")")
        values.set("version", kept.map { String($0.version) })
        values["isKept"] = .flag(kept != nil)
        values.set("problem", problem)
        return try site.reply("template", values, to: visit, status: status)
    }

    private func line(of kept: KeptTemplate, for visit: StaffVisit) -> PageScope {
        let template = kept.template
        return [
            "id": .text(String(kept.id)),
            "templateName": .text(template.name),
            "category": .text(
                template.category.map { visit.city.catalogue[$0]?.name[visit.language] ?? $0 } ?? ""
            ),
            "status": .text(template.status.map { visit.words("shared.statuses.\($0.rawValue)") } ?? ""),
            "text": .text(String(template.text[visit.language].prefix(160))),
            "changed": .text(visit.dates.shortDay(kept.changed)),
        ]
    }
}

extension Problem {
    fileprivate static let noSuchTemplate = Problem(
        .notFound,
        code: "no-such-template",
        title: LocalizedText(pl: "Nie ma takiego szablonu", en: "There is no such template")
    )
}
