import Formats
import HTTP
import Intake
import Ledger
import Pages
import Reports
import Territory

/// What is done to reports of the queue, to one or to many at once, and taken back.
extension DispatchDoor {
    func openActing(_ group: inout RouteGroup) {
        form(&group, "/act", requiring: .seeCase, bodyLimit: 64 << 10) { visit, fields in
            try await act(fields, visit)
        }
        form(&group, "/undo", requiring: .step) { visit, fields in
            guard let change = fields.first("change").flatMap({ ReportIdentifier(parsing: $0) }) else {
                throw NothingToUndo()
            }
            let undone = try await ledger.undo(change, by: try actor(of: visit), staff: visit.staff.id)
            return try await queue(visit, after: deed(undone, "queue.undone", visit))
        }
    }

    /// As whom a member of the staff changes reports: of its unit, or of the centre.
    func actor(of visit: StaffVisit) throws -> Actor {
        let staff = visit.staff
        if let unit = staff.unit { return Actor(.unit, name: unit, staff: staff.id, through: .dispatch) }
        return Actor(.centre, name: visit.city.units.queue.code, staff: staff.id, through: .dispatch)
    }

    private func act(_ fields: Query, _ visit: StaffVisit) async throws -> Response {
        let numbers = fields.all("number").compactMap { ReportNumber(parsing: $0) }
        guard !numbers.isEmpty else {
            return try await refuse("queue.act.noReport", visit)
        }
        guard numbers.count <= Ledger.mostAtOnce else { return try await refuse("queue.act.tooMany", visit) }
        guard let action = try await action(fields, visit) else {
            return try await refuse("queue.act.noAction", visit)
        }
        try visit.staff.require(action.right)
        let outcome = try await ledger.act(
            action,
            on: numbers,
            by: try actor(of: visit),
            staff: visit.staff.id,
            in: visit.city
        )
        return try await queue(visit, after: deed(outcome, "queue.done", visit))
    }

    private func refuse(_ message: String, _ visit: StaffVisit) async throws -> Response {
        try await queue(visit, problem: visit.words(message), status: .unprocessableContent)
    }

    /// What a form asks for: `step:in_progress`, `assign:me`, `unit:ZZM`; nil for anything else.
    private func action(_ fields: Query, _ visit: StaffVisit) async throws -> DeskAction? {
        let parts = (fields.first("action") ?? "").split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return nil }
        let note = try note(of: fields)
        switch parts[0] {
        case "step":
            guard let status = ReportStatus(rawValue: parts[1]) else { return nil }
            let reason = fields.trimmed("reason")
            return .step(
                StepRequest(
                    to: status,
                    reason: status.takesReason && !reason.isEmpty ? reason : nil,
                    note: note
                )
            )
        case "assign": return try await assignment(parts[1], visit)
        case "unit":
            guard visit.city.units[parts[1]] != nil else { return nil }
            return .handOver(parts[1], note)
        default: return nil
        }
    }

    private func note(of fields: Query) throws -> Note? {
        let text = fields.trimmed("note")
        guard !text.isEmpty else { return nil }
        if let fault = TextFault(in: text, longest: Note.longest) {
            throw Problem.invalidField("#/note", fault.code, fault.detail)
        }
        return Note(text, isPublic: true)
    }

    /// To whom: oneself, nobody, or somebody of the same unit; whoever sees to all units' may give to anybody who can act.
    private func assignment(_ word: String, _ visit: StaffVisit) async throws -> DeskAction? {
        switch word {
        case "nobody": return .assign(nil, of: nil)
        case "me": return .assign(visit.staff.id, of: visit.staff.unit)
        default:
            guard let id = Int32(word), let account = try await accounts.account(Int(id)),
                account.disabled == nil,
                account.staff.may(.step), visit.staff.unit == nil || account.staff.unit == visit.staff.unit
            else { return nil }
            return .assign(account.id, of: account.staff.unit)
        }
    }

    /// What was done, and what was not and why.
    private func deed(_ outcome: DeskOutcome, _ message: String, _ visit: StaffVisit) -> PageScope {
        let refused = outcome.refused.map { number, reason -> PageScope in
            [
                "number": .text(number.description),
                "href": .text("/dispatch/reports/\(number)"),
                "why": .text(why(reason, visit)),
            ]
        }
        return [
            "deed": .flag(true),
            "deedText": .text(visit.messages.text(message, count: outcome.done.count)),
            "deedNumbers": .text(outcome.done.map(\.description).joined(separator: " ")),
            "change": .text(outcome.change?.description ?? ""),
            "refused": .list(refused),
            "hasRefused": .flag(!refused.isEmpty),
        ]
    }
}

/// Why something was not done.
///
/// A unit is not told whether a report that is not its own is another's or nobody's.
private func why(_ reason: any Error, _ visit: StaffVisit) -> String {
    if visit.staff.unit != nil, reason is NotTheUnits || reason is NoSuchReport {
        return visit.words("queue.act.notOwn")
    }
    let problem = (reason as? any ProblemConvertible)?.problem
    return (problem?.detail ?? problem?.title)?[visit.language] ?? ""
}

extension DeskAction {
    /// The right that it takes.
    fileprivate var right: StaffRight {
        switch self {
        case .step: .step
        case .assign, .handOver: .assign
        case .cover: .redact
        }
    }
}

extension ReportStatus {
    /// Whether some step that leads there demands a reason.
    var takesReason: Bool {
        HandlingTable.standard.steps.contains { $0.to == self && $0.demand != .none }
    }
}
