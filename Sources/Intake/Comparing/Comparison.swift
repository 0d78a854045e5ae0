package import Ledger
package import Reports

/// Looks for reports that may be about the matter of a new one.
package protocol Comparison: Sendable {
    /// The likeliest first; empty if there is none.
    func matches(for report: NewReport) async throws -> [Match]
}
