package import Formats
package import Geography
package import Reports

/// What somebody wants to know who is in charge of.
package struct Matter: Sendable {
    package let coordinate: Coordinate
    package let category: Category
    /// What it asks for; nil for what the category usually does.
    package let kind: ReportKind?
    package let moment: Timestamp
    /// The sender's answers by the question's code.
    package let answers: [String: [String]]

    package init(
        coordinate: Coordinate,
        category: Category,
        kind: ReportKind? = nil,
        moment: Timestamp,
        answers: [String: [String]] = [:]
    ) {
        self.coordinate = coordinate
        self.category = category
        self.kind = kind
        self.moment = moment
        self.answers = answers
    }
}
