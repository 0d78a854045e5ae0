package import Formats
package import Reports

extension Ledger {
    /// Adds what a resident or the reporter has to say; everybody may read it, masked.
    ///
    /// The same request again changes nothing.
    ///
    /// - Throws: `NoSuchReport`, `NameTaken`.
    package func comment(
        _ number: ReportNumber,
        _ text: String,
        by actor: Actor,
        as request: NamedRequest? = nil,
        at moment: Timestamp = .now
    ) async throws -> Report {
        try await change(number, at: moment, as: request) { _, _ in
            var change = ReportChange(.comment, by: actor)
            change.note = Note(text, isPublic: true)
            return change
        }
    }

    /// Adds what staff have to say, to everybody or among themselves; the latter a unit may that was asked, too.
    ///
    /// - Throws: `NoSuchReport`, `NotTheUnits`.
    package func note(
        _ number: ReportNumber,
        _ note: Note,
        by actor: Actor,
        at moment: Timestamp = .now
    ) async throws -> Report {
        try await change(number, at: moment) { report, _ in
            let isAsked = actor.name.map { report.askedUnits.contains($0) } ?? false
            if note.isPublic || !isAsked { try actor.mayHandle(report) }
            var change = ReportChange(.note, by: actor)
            change.note = note
            change.isPublic = note.isPublic
            return change
        }
    }
}
