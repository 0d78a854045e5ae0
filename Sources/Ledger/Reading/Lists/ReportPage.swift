package import Reports

/// A part of a list.
package struct ReportPage: Sendable, Equatable {
    /// Newest first.
    package let reports: [Report]
    /// Where the list goes on; nil at its end.
    package let next: PageKey?

    static let empty = ReportPage(reports: [], next: nil)

    init(reports: [Report], next: PageKey?) {
        self.reports = reports
        self.next = next
    }
}
