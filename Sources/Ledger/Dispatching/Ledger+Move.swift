package import Formats
package import Reports

extension Ledger {
    /// Puts a report's place right: `placement` says where it lies, and who is in charge there by which rule.
    ///
    /// If that is another unit, nobody of it has the report yet. Deadlines stay: the city knows of it since it came in.
    ///
    /// - Throws: `NoSuchReport`, `NotTheUnits`, `StaleVersion`.
    package func move(
        _ number: ReportNumber,
        to placement: Placement,
        note: Note? = nil,
        by actor: Actor,
        seen version: Int? = nil,
        at moment: Timestamp = .now
    ) async throws -> Report {
        try await change(number, at: moment) { report, _ in
            try actor.mayHandle(report)
            try report.mustStand(as: version)
            guard report.placement != placement else { return nil }
            let changesHands = report.placement.unit != placement.unit
            var change = ReportChange(.moved, by: actor) { report in
                report.placement = placement
                // Whoever put it right knows the place better than the sender's device did.
                report.precision = nil
                if changesHands { report.assignee = nil }
                report.askedUnits.removeAll { $0 == placement.unit }
            }
            change.note = note
            change.details = EventDetails.places(from: report.placement, to: placement)
            return change
        }
    }
}
