package import Formats
package import Geography
package import Reports

/// What a line of a queue tells of a report.
package struct QueueLine: Sendable, Equatable {
    /// So many characters of its words are shown in a list.
    static let shownWords = 300

    package let number: ReportNumber
    package let kind: ReportKind
    package let category: String
    package let status: ReportStatus
    /// As everybody may read it: a queue is read over shoulders, an export goes who knows where.
    package let description: String
    package let address: String?
    package let coordinate: Coordinate
    package let district: String
    package let unit: String
    package let created: Timestamp
    package let updated: Timestamp
    /// The next deadline that counts.
    package let due: Timestamp?
    /// Since when its reporter is asked; nil while nobody is.
    package let waitingSince: Timestamp?
    package let assignee: Int?
    package let channel: Channel
    package let isUrgent: Bool
    package let needsReview: Bool
    package let isHidden: Bool
    /// How many people stand behind the matter.
    package let supporters: Int
    /// How many other reports about the same matter it leads.
    package let members: Int
    package let photos: Int
    package let askedUnits: [String]
    /// Whether it is taken to repeat another one.
    package let isSuggested: Bool
    package let version: Int
    package let closed: Timestamp?
}
