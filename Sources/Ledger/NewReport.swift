package import Formats
package import Reports

/// A report that was checked and placed, and only has to be written down.
package struct NewReport: Sendable {
    package let kind: ReportKind
    package let category: String
    package let description: String
    package let placement: Placement
    package let created: Timestamp

    package init(
        kind: ReportKind,
        category: String,
        description: String,
        placement: Placement,
        created: Timestamp
    ) {
        self.kind = kind
        self.category = category
        self.description = description
        self.placement = placement
        self.created = created
    }
}
