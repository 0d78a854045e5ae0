package import Formats
package import Geography
package import Reports

/// A report near a place that somebody asked about.
package struct NearReport: Sendable, Hashable {
    package let number: ReportNumber
    /// The code of its category.
    package let category: String
    /// How far away it is, nothing added.
    package let metres: Double
    /// Its status of today.
    package let status: ReportStatus
    package let created: Timestamp
    /// When it was closed, as of the moment that was asked for; nil if it was open then.
    package let closed: Timestamp?
    package let coordinate: Coordinate

    /// Joins the parts.
    package init(
        number: ReportNumber,
        category: String,
        metres: Double,
        status: ReportStatus,
        created: Timestamp,
        closed: Timestamp?,
        coordinate: Coordinate
    ) {
        self.number = number
        self.category = category
        self.metres = metres
        self.status = status
        self.created = created
        self.closed = closed
        self.coordinate = coordinate
    }

    /// Whether it was open at the moment that was asked for.
    package var isOpen: Bool { closed == nil }
}
