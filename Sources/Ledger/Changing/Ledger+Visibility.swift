package import Formats
package import Reports

extension Ledger {
    /// Hides a report from the public, or lets it be seen again; nothing happens where it is so already.
    ///
    /// - Throws: `NoSuchReport`, `NotTheUnits`, `StaleVersion`.
    package func setHidden(
        _ isHidden: Bool,
        _ number: ReportNumber,
        by actor: Actor,
        seen version: Int? = nil,
        at moment: Timestamp = .now
    ) async throws -> Report {
        try await change(number, at: moment) { report, _ in
            try actor.mayHandle(report)
            try report.mustStand(as: version)
            guard report.isHidden != isHidden else { return nil }
            var change = ReportChange(isHidden ? .hidden : .shown, by: actor) { $0.isHidden = isHidden }
            change.isPublic = false
            return change
        }
    }
}
