package import Formats
package import Reports

/// What the sender of a report is told: how it stood when it was taken in.
package struct Receipt: Sendable, Equatable {
    /// Who acts where, and why.
    package struct Placement: Sendable, Equatable {
        package let district: String
        package let unit: String
        package let rule: String
        package let why: LocalizedText
        package let needsReview: Bool
        package let cityVersion: Int
    }

    package let id: ReportIdentifier
    package let number: ReportNumber
    package let kind: ReportKind
    package let category: String
    package let status: ReportStatus
    package let created: Timestamp
    package let placement: Placement
    package let firstActionDue: Timestamp?
    package let closureDue: Timestamp?
    package let photos: [ReportPhoto]
    /// Reports that may be about the same matter.
    package let matches: [Match]
    /// What it was linked to.
    package let link: MatterLink?

    init(_ report: Report, matches: [Match], link: MatterLink?) {
        let grounds = report.placement.grounds
        id = report.id
        number = report.number
        kind = report.kind
        category = report.category
        status = report.status
        created = report.created
        placement = Placement(
            district: report.placement.district,
            unit: report.placement.unit,
            rule: grounds?.rule ?? "",
            why: grounds?.why ?? LocalizedText(pl: "", en: ""),
            needsReview: grounds?.needsReview ?? false,
            cityVersion: grounds?.cityVersion ?? 0
        )
        firstActionDue = report.due.firstAction
        closureDue = report.due.closure
        photos = report.photos
        self.matches = matches
        self.link = link
    }
}
