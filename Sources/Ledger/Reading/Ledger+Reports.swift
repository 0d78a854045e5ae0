package import Reports

extension Ledger {
    /// The report with a number; nil when there is none.
    ///
    /// Many who ask at once are answered by one statement.
    package func report(_ number: ReportNumber) async throws -> Report? {
        try await lookups.report(number)
    }
}
