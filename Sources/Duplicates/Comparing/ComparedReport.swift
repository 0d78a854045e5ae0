package import Formats
package import Geography
package import Reports

/// What a comparison knows of one report.
package struct ComparedReport: Sendable {
    package let category: String
    package let coordinate: Coordinate
    /// By how many metres the place may be off; nil where nobody knows.
    package let precision: Double?
    package let text: TextTraits
    package let created: Timestamp
    /// When something was last heard of it: a step, a comment, somebody who says 'me too'.
    package let lastSign: Timestamp
    /// When and how it was closed; nil while it is open.
    package let closing: Closing?
    /// What its photos look like.
    package var photos: [UInt64]
    /// A part of a digest of who sent it; nil where nobody can tell.
    package var sender: UInt64?

    /// How a report was closed.
    package struct Closing: Sendable, Hashable {
        package let at: Timestamp
        package let status: ReportStatus

        /// Joins the parts.
        package init(at moment: Timestamp, status: ReportStatus) {
            at = moment
            self.status = status
        }
    }

    /// Joins the parts.
    package init(
        category: String,
        coordinate: Coordinate,
        precision: Double? = nil,
        text: TextTraits,
        created: Timestamp,
        lastSign: Timestamp? = nil,
        closing: Closing? = nil,
        photos: [UInt64] = [],
        sender: UInt64? = nil
    ) {
        self.category = category
        self.coordinate = coordinate
        self.precision = precision
        self.text = text
        self.created = created
        self.lastSign = lastSign ?? created
        self.closing = closing
        self.photos = photos
        self.sender = sender
    }
}
