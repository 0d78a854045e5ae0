package import Reports

/// Somebody else changed the report after whoever acts on it saw it.
package struct StaleVersion: Error, Sendable, Equatable {
    /// What the report has become.
    package let report: Report

    /// Carries the report.
    package init(report: Report) {
        self.report = report
    }
}

extension Report {
    /// Throws unless it still is as somebody saw it; whoever saw no version asks for none.
    func mustStand(as seen: Int?) throws(StaleVersion) {
        guard seen == nil || seen == version else { throw StaleVersion(report: self) }
    }
}
