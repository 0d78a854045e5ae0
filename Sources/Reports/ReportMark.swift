package import Formats
package import Geography

/// What a map needs to know of a report, and nothing that names or quotes anybody.
package struct ReportMark: Sendable, Equatable {
    package let id: ReportIdentifier
    package let number: ReportNumber
    package let coordinate: Coordinate
    package let kind: ReportKind
    package let category: String
    package let status: ReportStatus
    package let created: Timestamp
    package let closed: Timestamp?
    package let supporters: Int
    /// Whether staff hid it from the public.
    package let isHidden: Bool
    package let version: Int

    package init(
        id: ReportIdentifier,
        number: ReportNumber,
        coordinate: Coordinate,
        kind: ReportKind,
        category: String,
        status: ReportStatus,
        created: Timestamp,
        closed: Timestamp?,
        supporters: Int,
        isHidden: Bool = false,
        version: Int
    ) {
        self.id = id
        self.number = number
        self.coordinate = coordinate
        self.kind = kind
        self.category = category
        self.status = status
        self.created = created
        self.closed = closed
        self.supporters = supporters
        self.isHidden = isHidden
        self.version = version
    }

    /// The mark of a whole report.
    package init(_ report: Report) {
        self.init(
            id: report.id,
            number: report.number,
            coordinate: report.placement.coordinate,
            kind: report.kind,
            category: report.category,
            status: report.status,
            created: report.created,
            closed: report.closed,
            supporters: report.supporters,
            isHidden: report.isHidden,
            version: report.version
        )
    }
}
