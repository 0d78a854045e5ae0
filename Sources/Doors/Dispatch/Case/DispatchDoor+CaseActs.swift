import Formats
import Geography
import HTTP
import Intake
import Ledger
import Pages
import Reports
import Territory

/// What is done on the page of a case; each form names the version that its sender saw.
extension DispatchDoor {
    func openCaseActs(_ group: inout RouteGroup) {
        act(&group, "step", .step) { try await step($0, $1) }
        act(&group, "ask-reporter", .askReporter) { try await askReporter($0, $1) }
        act(&group, "holder", .assign) { try await assign($0, $1) }
        act(&group, "unit", .assign) { try await handOver($0, $1) }
        act(&group, "ask", .askUnit) { try await askUnit($0, $1) }
        act(&group, "answer", .note) { try await answerAsked($0, $1) }
        act(&group, "note", .note) { try await note($0, $1) }
        act(&group, "visibility", .hide) { try await setVisibility($0, $1) }
        act(&group, "place", .movePin) { try await move($0, $1) }
        act(&group, "words", .redact) { try await redact($0, $1) }
        act(&group, "link", .link) { try await link($0, $1) }
        act(&group, "rule", .tellRuleIsWrong) { try await tellRuleIsWrong($0, $1) }
        act(&group, "unlink", .link) { desk, _ in
            _ = try await ledger.unlink(desk.report.number, by: try actor(of: desk.visit))
        }
        undoableAct(&group, "undo", .redact) { try await takeBack($0, $1) }
        form(&group, "/reports/{number}/contact", requiring: .seeContact) { visit, _ in
            try await showContact(try await desk(visit))
        }
    }

    /// A form of the page: what it does, or why it was not done, beside the case as it stands.
    private func act(
        _ group: inout RouteGroup,
        _ name: String,
        _ right: StaffRight,
        _ take: @escaping @Sendable (DeskCase, Query) async throws -> Void
    ) {
        undoableAct(&group, name, right) { desk, fields in
            try await take(desk, fields)
            return nil
        }
    }

    /// The same, where the page offers to take back what was done: under the name that `take` answers, if any.
    ///
    /// What a form that has a page of its own got wrong is told there, by `mend`.
    func undoableAct(
        _ group: inout RouteGroup,
        _ name: String,
        _ right: StaffRight,
        mend: (@Sendable (DeskCase, Query, _ problem: String) async throws -> Response)? = nil,
        _ take: @escaping @Sendable (DeskCase, Query) async throws -> ReportIdentifier?
    ) {
        form(&group, "/reports/{number}/\(name)", requiring: right) { visit, fields in
            let desk = try await desk(visit)
            try visit.staff.require(right, on: desk.tie)
            let change: ReportIdentifier?
            do {
                change = try await take(desk, try await answered(fields, desk))
            } catch {
                let (problem, isForeseen) = Problem.translating(error)
                guard isForeseen, !(error is CancellationError) else { throw error }
                let words = (problem.detail ?? problem.errors.first?.detail ?? problem.title)[visit.language]
                let stands = try await self.desk(visit)
                if let mend, problem.status == .unprocessableContent {
                    return try await mend(stands, fields, words)
                }
                return try await show(stands, problem: words, status: problem.status)
            }
            // Whoever gave a case away may not see it any more.
            let report = try await ledger.report(desk.report.number)
            let isStillSeen = report.map { (try? DeskCase($0, for: visit)) != nil } ?? false
            guard isStillSeen else { return try site.redirect(to: "/dispatch/") }
            return try site.redirect(to: desk.path + (change.map { "?done=\($0)" } ?? ""))
        }
    }

    private func takeBack(_ desk: DeskCase, _ fields: Query) async throws -> ReportIdentifier? {
        guard let change = fields.first("change").flatMap({ ReportIdentifier(parsing: $0) }) else {
            throw NothingToUndo()
        }
        let visit = desk.visit
        let undone = try await ledger.undo(change, by: try actor(of: visit), staff: visit.staff.id)
        if let refusal = undone.refused.first { throw refusal.reason }
        return nil
    }

    private func step(_ desk: DeskCase, _ fields: Query) async throws {
        guard let status = ReportStatus(rawValue: fields.trimmed("status")) else {
            throw Problem.invalidField("#/status", "missing", .noStatus)
        }
        let reason = fields.trimmed("reason")
        let step = desk.steps.first { $0.to == status }
        let leader = ReportNumber(parsing: fields.trimmed("duplicate_of"))
        if let leader, !(try await isInSight(leader, of: desk)) { throw NoSuchOriginal() }
        let request = StepRequest(
            to: status,
            reason: reason.isEmpty || step?.demand == HandlingStep.Demand.none ? nil : reason,
            note: try fields.note(isPublic: true),
            duplicateOf: leader
        )
        try await take(request, desk, fields)
    }

    private func askReporter(_ desk: DeskCase, _ fields: Query) async throws {
        guard let question = try fields.note(isPublic: true) else {
            throw Problem.invalidField("#/note", "missing", .noText)
        }
        try await take(StepRequest(to: .waiting, note: question), desk, fields)
    }

    private func take(_ request: StepRequest, _ desk: DeskCase, _ fields: Query) async throws {
        _ = try await ledger.step(
            desk.report.number,
            request,
            by: try actor(of: desk.visit),
            in: desk.visit.city,
            seen: fields.seenVersion
        )
    }

    private func assign(_ desk: DeskCase, _ fields: Query) async throws {
        var holder: Int?
        if let id = Int32(fields.trimmed("holder")) {
            guard let account = try await accounts.account(Int(id)), account.disabled == nil,
                account.staff.may(.step),
                account.staff.unit == nil || account.staff.unit == desk.report.placement.unit
            else { throw HolderElsewhere() }
            holder = account.id
        }
        _ = try await ledger.assign(
            desk.report.number,
            to: holder,
            by: try actor(of: desk.visit),
            seen: fields.seenVersion
        )
    }

    private func handOver(_ desk: DeskCase, _ fields: Query) async throws {
        let unit = try unit(named: fields.trimmed("unit"), desk)
        _ = try await ledger.handOver(
            desk.report.number,
            to: unit,
            note: try fields.note(isPublic: false),
            by: try actor(of: desk.visit),
            in: desk.visit.city,
            seen: fields.seenVersion
        )
    }

    private func unit(named code: String, _ desk: DeskCase) throws(Problem) -> String {
        guard let unit = desk.visit.city.units[code] else {
            throw .invalidField("#/unit", "unknown", .noUnit)
        }
        return unit.code
    }

    private func askUnit(_ desk: DeskCase, _ fields: Query) async throws {
        let unit = try unit(named: fields.trimmed("unit"), desk)
        guard let question = try fields.note(isPublic: false) else {
            throw Problem.invalidField("#/note", "missing", .noText)
        }
        let number = desk.report.number
        _ = try await ledger.ask(unit, about: number, question.text, by: try actor(of: desk.visit))
    }

    private func answerAsked(_ desk: DeskCase, _ fields: Query) async throws {
        guard let answer = try fields.note(isPublic: false) else {
            throw Problem.invalidField("#/note", "missing", .noText)
        }
        let unit = fields.trimmed("unit")
        guard desk.mayAnswer(for: unit) else { throw Problem.missingRight(.askUnit) }
        _ = try await ledger.answer(
            for: unit,
            about: desk.report.number,
            answer.text,
            by: try actor(of: desk.visit)
        )
    }

    private func note(_ desk: DeskCase, _ fields: Query) async throws {
        let isPublic = fields.first("public") != nil
        if isPublic { try desk.visit.staff.require(.answer, on: desk.tie) }
        guard let note = try fields.note(isPublic: isPublic) else {
            throw Problem.invalidField("#/note", "missing", .noText)
        }
        _ = try await ledger.note(desk.report.number, note, by: try actor(of: desk.visit), at: .now)
    }

    private func setVisibility(_ desk: DeskCase, _ fields: Query) async throws {
        _ = try await ledger.setHidden(
            fields.first("hidden") == "1",
            desk.report.number,
            by: try actor(of: desk.visit),
            seen: fields.seenVersion
        )
    }

    private func move(_ desk: DeskCase, _ fields: Query) async throws {
        guard let lon = Double(decimal: fields.trimmed("lon")),
            let lat = Double(decimal: fields.trimmed("lat")),
            let coordinate = Coordinate(longitude: lon, latitude: lat)
        else { throw Problem.invalidField("#/location", "format", .noPlace) }
        _ = try await ledger.move(
            desk.report.number,
            to: try intake.placement(of: desk.report, at: coordinate),
            note: try fields.note(isPublic: false),
            by: try actor(of: desk.visit),
            seen: fields.seenVersion
        )
    }

    private func redact(_ desk: DeskCase, _ fields: Query) async throws {
        let description = fields.trimmed("description")
        let address = fields.trimmed("address")
        for (text, longest) in [
            (description, Submission.longestDescription), (address, Submission.longestAddress),
        ] {
            if !text.isEmpty, let fault = TextFault(in: text, longest: longest) {
                throw Problem.invalidField("#/description", fault.code, fault.detail)
            }
        }
        _ = try await ledger.redact(
            desk.report.number,
            description: description,
            address: desk.report.words.address == nil ? nil : address,
            by: try actor(of: desk.visit),
            seen: fields.seenVersion
        )
    }

    private func link(_ desk: DeskCase, _ fields: Query) async throws {
        guard let leader = ReportNumber(parsing: fields.trimmed("leader")) else {
            throw LinkRefused.noSuchLeader
        }
        guard try await isInSight(leader, of: desk) else { throw LinkRefused.noSuchLeader }
        _ = try await ledger.link(desk.report.number, to: leader, by: try actor(of: desk.visit))
    }

    /// Whether the account may know of another report: as everybody, or because it is on its desk.
    private func isInSight(_ number: ReportNumber, of desk: DeskCase) async throws -> Bool {
        guard let report = try await ledger.report(number) else { return false }
        return ReportView(public: report, in: desk.visit.city) != nil
            || (try? DeskCase(report, for: desk.visit)) != nil
    }

    /// Shows the contact data of who reported, once it is on record who looks.
    private func showContact(_ desk: DeskCase) async throws -> Response {
        try desk.visit.staff.require(.seeContact, on: desk.tie)
        try await audit.recordLook(at: desk.report.id, by: desk.visit.staff.actor)
        let contact = try await ledger.contact(of: desk.report.id)
        let name = [contact?.firstName, contact?.lastName].compactMap { $0 }.joined(separator: " ")
        return try await show(
            desk,
            with: [
                "contact": .flag(contact != nil),
                "contactName": .text(name),
                "contactEmail": .text(contact?.email ?? ""),
                "contactPhone": .text(contact?.phone ?? ""),
                "contactByEmail": .flag(contact?.consents.email ?? false),
                "contactBySMS": .flag(contact?.consents.sms ?? false),
            ]
        )
    }
}

extension Query {
    /// The version of the report that the sender of a form saw.
    var seenVersion: Int? { first("version").flatMap { Int($0) } }

    /// What was written; nil for nothing.
    ///
    /// - Throws: 422 for a text that cannot be taken.
    fileprivate func note(isPublic: Bool) throws(Problem) -> Note? {
        let text = trimmed("note")
        guard !text.isEmpty else { return nil }
        if let fault = TextFault(in: text, longest: Note.longest) {
            throw .invalidField("#/note", fault.code, fault.detail)
        }
        return Note(text, isPublic: isPublic)
    }
}

extension LocalizedText {
    fileprivate static let noStatus = LocalizedText(pl: "Wybierz stan.", en: "Choose a state.")
    fileprivate static let noText = LocalizedText(pl: "Napisz treść.", en: "Write something.")
    fileprivate static let noUnit = LocalizedText(pl: "Wybierz jednostkę.", en: "Choose a unit.")
    fileprivate static let noPlace = LocalizedText(
        pl: "Wskaż miejsce na mapie albo podaj współrzędne.",
        en: "Point at a place on the map, or give coordinates."
    )
}
