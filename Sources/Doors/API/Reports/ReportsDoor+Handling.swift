import Formats
import HTTP
import Ledger
import Reports
import Territory

/// What the units do with their reports, and the contact centre with all.
extension ReportsDoor {
    func openHandling(_ group: inout RouteGroup) {
        group.post("/{number}/steps") { try await step($0) }
        group.post("/{number}/notes") { try await note($0) }
        group.post("/{number}/visibility") { try await show($0) }
    }

    private func step(_ request: Request) async throws -> Response {
        let asked = try await asked(request)
        if asked.view != .reporter { try asked.requireStaff() }
        let step = try request.fields { StepRequest.read(&$0) }
        let report = try await ledger.step(asked.report.number, step, by: asked.actor, in: city.value)
        return answer(
            AskedReport(report: report, caller: asked.caller, view: asked.view, actor: asked.actor),
            openMembers: report.status.isOpen ? 0 : try await ledger.openMembers(of: report)
        )
    }

    private func note(_ request: Request) async throws -> Response {
        let asked = try await asked(request)
        try asked.requireStaff()
        let note = try request.fields { Note.read(&$0, publicIs: .required) }
        return answer(try await ledger.note(asked.report.number, note, by: asked.actor), to: asked)
    }

    private func show(_ request: Request) async throws -> Response {
        let asked = try await asked(request)
        try asked.requireStaff()
        let isHidden = try request.fields { $0.bool("hidden") }
        return answer(
            try await ledger.setHidden(isHidden, asked.report.number, by: asked.actor),
            to: asked
        )
    }
}

extension StepRequest {
    /// Reads the body of `POST …/steps`.
    static func read(_ reader: inout FieldReader) -> StepRequest? {
        let status = reader.choice("status", as: ReportStatus.self)
        let reason = reader.choice("reason", .optional, as: ClosingReason.self)
        let note = reader.object("note", .optional) { Note.read(&$0, publicIs: .optional) }
        let original = reader.parsed("duplicate_of", .optional, length: 1...32, .reportNumber) {
            ReportNumber(parsing: $0)
        }
        guard let status else { return nil }
        return StepRequest(to: status, reason: reason?.rawValue, note: note, duplicateOf: original)
    }
}

extension Note {
    /// Reads what staff say, and whether everybody may read it; a note that goes with a step may unless it says otherwise.
    fileprivate static func read(_ reader: inout FieldReader, publicIs presence: FieldReader.Presence)
        -> Note?
    {
        let text = reader.words("text")
        let isPublic = reader.bool("public", presence)
        guard let text else { return nil }
        return Note(text, isPublic: isPublic ?? true)
    }
}
