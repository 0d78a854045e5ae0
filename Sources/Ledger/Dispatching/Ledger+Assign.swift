package import Formats
package import Reports

extension Ledger {
    /// Gives a report to somebody of its unit, by the number of the account, or to nobody.
    ///
    /// Whether the account is one of the unit is for the caller to know; nothing happens where it has it already.
    ///
    /// - Throws: `NoSuchReport`, `NotTheUnits`, `StaleVersion`.
    package func assign(
        _ number: ReportNumber,
        to holder: Int?,
        by actor: Actor,
        seen version: Int? = nil,
        at moment: Timestamp = .now
    ) async throws -> Report {
        try await change(number, at: moment) { report, _ in
            try report.mustStand(as: version)
            return try Ledger.assigned(report, to: holder, by: actor)
        }
    }

    /// What giving a report to somebody does to it; nil if they have it.
    static func assigned(_ report: Report, to holder: Int?, by actor: Actor) throws -> ReportChange? {
        try actor.mayHandle(report)
        guard report.assignee != holder else { return nil }
        var change = ReportChange(.assigned, by: actor) { $0.assignee = holder }
        change.isPublic = false
        change.details = EventDetails.holders(from: report.assignee, to: holder)
        return change
    }
}
