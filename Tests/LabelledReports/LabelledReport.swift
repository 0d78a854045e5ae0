package import Duplicates
package import Formats
package import Geography
package import Reports

/// A report of which somebody has said what it is about.
package struct LabelledReport: Sendable {
    /// Reports of one matter have the same name here, and no others.
    package let matter: String
    package let category: String
    package let coordinate: Coordinate
    package let precision: Double?
    package let words: ReportWords
    package let created: Timestamp
    package let closing: ComparedReport.Closing?

    /// The report as it is compared.
    package func compared(by comparer: Comparer) -> ComparedReport {
        ComparedReport(
            category: category,
            coordinate: coordinate,
            precision: precision,
            text: comparer.traits(of: words, in: category),
            created: created,
            closing: closing
        )
    }
}

extension LabelledReport {
    /// Whether it was open at a moment.
    func isOpen(at moment: Timestamp) -> Bool {
        closing.map { $0.at > moment } ?? true
    }
}
