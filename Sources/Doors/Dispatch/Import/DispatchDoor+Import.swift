import Formats
import HTTP
import Intake
import Ledger
import Pages
import Reports
import Territory

/// Lists of reports as CSV: rehearsed, then taken in whole or not at all, at `/dispatch/import`.
extension DispatchDoor {
    func openImport(_ group: inout RouteGroup) {
        page(&group, "/import", requiring: .importReports) { visit in
            try importPage([:], to: visit)
        }
        group.post("/import", bodyLimit: 4_096, formLimit: ImportSheet.mostBytes + 65_536) { [site] request in
            try await site.answer(request, requiring: .importReports) { visit in
                try await take(request, visit)
            }
        }
    }

    private func take(_ request: Request, _ visit: StaffVisit) async throws -> Response {
        let body = try request.multipart()
        let fields = try body.fields()
        try StaffGate.check(fields.first("token"), of: visit.staff.session)
        guard let part = body.parts.first(where: { $0.name == "file" && $0.filename != nil }),
            !part.range.isEmpty
        else {
            return try refuse("import.noFile", .unprocessableContent, visit)
        }
        let file = Array(body.content(of: part))
        guard file.count <= ImportSheet.mostBytes else {
            return try refuse("import.tooLarge", .contentTooLarge, visit)
        }
        let sheet = ImportSheet(file)
        let actor = try actor(of: visit)
        let isRehearsal = fields.first("dry_run") != nil
        let outcome =
            try await isRehearsal
            ? intake.rehearse(sheet, by: actor) : intake.take(sheet, from: file, by: actor)
        return try answer(outcome, isRehearsal: isRehearsal, to: visit)
    }

    /// Says why there is no list to read: on the page again, or as a problem to programs.
    private func refuse(_ message: String, _ status: Status, _ visit: StaffVisit) throws -> Response {
        guard !visit.wantsPage else {
            return try importPage(["problem": .text(visit.words(message))], to: visit, status: status)
        }
        let words = LocalizedText(
            pl: try site.pages.messages(in: .pl).text(message),
            en: try site.pages.messages(in: .en).text(message)
        )
        throw Problem(
            status,
            code: "unfit-list",
            title: LocalizedText(pl: "Nie ma listy do wczytania", en: "There is no list to read"),
            detail: words
        )
    }

    private func answer(
        _ outcome: ImportOutcome,
        isRehearsal: Bool,
        to visit: StaffVisit
    ) throws -> Response {
        let isRefused = !outcome.problems.isEmpty
        let status: Status = isRefused ? .unprocessableContent : .ok
        guard visit.wantsPage else {
            var response = Response(.json, outcome.json(isRehearsal: isRehearsal), status: status)
            DispatchSite.seal(&response)
            return response
        }
        let lines = outcome.lines.prefix(200).map { line -> PageScope in
            [
                "line": .text(String(line.line)),
                "number": .text(line.number?.description ?? ""),
                "category": .text(visit.city.catalogue[line.category]?.name[visit.language] ?? line.category),
                "district": .text(line.district),
                "unit": .text(line.unit),
                "reference": .text(line.reference ?? ""),
            ]
        }
        let problems = outcome.problems.map { problem -> PageScope in
            [
                "line": .text(String(problem.line)),
                "column": .text(problem.column ?? ""),
                "detail": .text(problem.detail[visit.language]),
            ]
        }
        let message =
            isRefused
            ? "import.refused"
            : isRehearsal ? "import.rehearsed" : outcome.wasKnown ? "import.known" : "import.taken"
        let said = visit.messages.text(message, count: isRefused ? problems.count : outcome.lines.count)
        return try importPage(
            [
                isRefused ? "problem" : "notice": .text(said),
                "problems": .list(problems), "hasProblems": .flag(isRefused),
                "lines": .list(isRefused ? [] : lines), "hasLines": .flag(!isRefused && !lines.isEmpty),
            ],
            to: visit,
            status: status
        )
    }

    private func importPage(
        _ values: PageScope,
        to visit: StaffVisit,
        status: Status = .ok
    ) throws -> Response {
        var scope: PageScope = [
            "problems": .list([]), "hasProblems": .flag(false), "lines": .list([]), "hasLines": .flag(false),
            "columns": .text(ImportColumn.allCases.map(\.rawValue).joined(separator: ", ")),
            "mostRows": .count(ImportSheet.mostRows),
        ]
        scope.merge(values)
        return try site.reply("import", scope, to: visit, status: status)
    }
}

extension ImportOutcome {
    /// The same for programs.
    fileprivate func json(isRehearsal: Bool) -> [UInt8] {
        var json = JSONWriter(reserving: 256 + 128 * lines.count)
        json.beginObject()
        json.key(literal: "dry_run")
        json.bool(isRehearsal)
        json.key(literal: "known")
        json.bool(wasKnown)
        json.key(literal: "reports")
        json.beginArray()
        for line in lines where problems.isEmpty {
            json.beginObject()
            json.key(literal: "line")
            json.integer(line.line)
            json.key(literal: "number")
            json.stringIfAny(line.number?.description)
            json.key(literal: "category")
            json.string(line.category)
            json.key(literal: "district")
            json.string(line.district)
            json.key(literal: "unit")
            json.string(line.unit)
            json.key(literal: "reference")
            json.stringIfAny(line.reference)
            json.endObject()
        }
        json.endArray()
        json.key(literal: "errors")
        json.beginArray()
        for problem in problems {
            json.beginObject()
            json.key(literal: "line")
            json.integer(problem.line)
            json.key(literal: "column")
            json.stringIfAny(problem.column)
            json.key(literal: "code")
            json.string(problem.code)
            json.key(literal: "detail")
            json.localized(problem.detail)
            json.endObject()
        }
        json.endArray()
        json.endObject()
        return json.bytes
    }
}
