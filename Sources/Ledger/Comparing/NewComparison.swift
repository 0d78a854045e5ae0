package import Duplicates

/// What it takes to look for a new report's likely twins: the city's rules, and the report as it is compared.
package struct NewComparison: Sendable {
    let comparer: Comparer
    var report: ComparedReport
    /// The categories that only staff may know of.
    let withheld: [String]
    /// Whether its sender said what it is the same as, or is not.
    let wasAsked: Bool

    /// Joins the parts.
    package init(_ report: ComparedReport, by comparer: Comparer, withheld: [String], wasAsked: Bool) {
        self.comparer = comparer
        self.report = report
        self.withheld = withheld
        self.wasAsked = wasAsked
    }
}
