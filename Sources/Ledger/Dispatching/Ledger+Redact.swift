package import Formats
import PostgreSQL
package import Reports

/// There is no such note, or nothing was written with that event.
package struct NoSuchNote: Error, Sendable {}

extension Ledger {
    /// Puts other words in the place of those that everybody may read; the original stays for staff who may see it.
    ///
    /// - Throws: `NoSuchReport`, `NotTheUnits`, `StaleVersion`.
    package func redact(
        _ number: ReportNumber,
        description: String,
        address: String?,
        by actor: Actor,
        seen version: Int? = nil,
        at moment: Timestamp = .now
    ) async throws -> Report {
        try await change(number, at: moment) { report, _ in
            try actor.mayHandle(report)
            try report.mustStand(as: version)
            let words = ReportWords(
                description: report.words.description,
                publicDescription: description,
                address: report.words.address,
                publicAddress: address
            )
            guard words != report.words else { return nil }
            var change = ReportChange(.redacted, by: actor) { $0.words = words }
            change.isPublic = false
            change.details = EventDetails.redaction(of: "text")
            return change
        }
    }

    /// The same for what was written with the event that raised the report to a version.
    ///
    /// - Throws: `NoSuchReport`, `NotTheUnits`, `NoSuchNote`.
    package func redactNote(
        of event: Int,
        on number: ReportNumber,
        text: String,
        by actor: Actor,
        at moment: Timestamp = .now
    ) async throws -> Report {
        try await change(number, at: moment) { report, session in
            try actor.mayHandle(report)
            let changed = try session.execute(
                """
                UPDATE report_note SET public_text = \(text)
                WHERE report_id = \(report.id.uuid) AND version = \(Int32(clamping: event))
                """
            )
            guard changed == 1 else { throw NoSuchNote() }
            var change = ReportChange(.redacted, by: actor)
            change.isPublic = false
            change.details = EventDetails.redaction(of: "note")
            return change
        }
    }
}
