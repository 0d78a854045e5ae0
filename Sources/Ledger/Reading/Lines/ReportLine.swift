package import Formats
package import Geography
package import Reports

/// What a list for other systems tells of a report: no more columns than it prints, so that a thousand take
/// milliseconds.
package struct ReportLine: Sendable, Equatable {
    /// What is told besides to who asks for more.
    package struct Details: Sendable, Equatable {
        package var channel: Channel
        package var answers: [String: [String]]
        package var photos: [PhotoIdentifier]
        /// The report that leads its group.
        package var leader: String?
        /// What was said and done, the oldest first.
        package var notes: [ReportNote]
    }

    package let id: ReportIdentifier
    package let number: String
    package let kind: ReportKind
    package let category: String
    package let status: ReportStatus
    package let reason: String?
    /// As far as the audience may read it, and masked for everybody but staff.
    package let description: String
    package let address: String?
    package let created: Timestamp
    package let updated: Timestamp
    /// The last day for closing it ends then.
    package let due: Timestamp?
    package let coordinate: Coordinate
    package let district: String
    package let unit: String
    /// Why it is nobody's or somebody's, in the words of the city's rules; only where it was closed for that.
    package let why: LocalizedText?
    package let photo: PhotoIdentifier?
    /// Only for staff.
    package let mediaLink: String?
    package var details: Details?
}

/// Something that was said or done about a report, as its history tells it.
package struct ReportNote: Sendable, Equatable {
    package let what: EventKind
    package let status: ReportStatus
    package let at: Timestamp
    package let text: String?
}

extension ReportLine {
    /// The line of a report that was read whole.
    package init(_ report: Report, for audience: Audience) {
        let isStaff = audience.isStaff
        id = report.id
        number = report.number.description
        kind = report.kind
        category = report.category
        status = report.status
        reason = report.reason
        description = isStaff ? report.words.description : report.words.publicDescription
        address = isStaff ? report.words.address : report.words.publicAddress
        created = report.created
        updated = report.updated
        due = report.due.closure
        coordinate = report.placement.coordinate
        district = report.placement.district
        unit = report.placement.unit
        why = report.status == .outOfScope ? report.placement.grounds?.why : nil
        photo = report.photos.first?.id
        mediaLink = isStaff ? report.mediaLink : nil
        details = nil
    }
}

extension Audience {
    /// Whether they read words as they were written.
    package var isStaff: Bool {
        switch self {
        case .everyone, .unit: false
        case .staff, .desk: true
        }
    }
}
