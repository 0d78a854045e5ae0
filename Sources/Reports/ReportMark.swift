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
    /// The code of the unit in charge.
    package let unit: String
    /// The code of the district.
    package let district: String
    package let created: Timestamp
    package let closed: Timestamp?
    /// When it was closed before it was reopened, the earliest first.
    package let closedSpells: [ClosedSpell]
    package let supporters: Int
    /// How many other reports about the same matter it leads.
    package let members: Int
    /// Whether another report about the same matter leads it, so that no map shows it by itself.
    package let isMember: Bool
    /// Whether staff hid it from the public.
    package let isHidden: Bool
    /// What units' queues know of it.
    package let queue: QueueFacts
    package let version: Int

    package init(
        id: ReportIdentifier,
        number: ReportNumber,
        coordinate: Coordinate,
        kind: ReportKind,
        category: String,
        status: ReportStatus,
        unit: String,
        district: String,
        created: Timestamp,
        closed: Timestamp?,
        closedSpells: [ClosedSpell] = [],
        supporters: Int,
        members: Int = 0,
        isMember: Bool = false,
        isHidden: Bool = false,
        queue: QueueFacts? = nil,
        version: Int
    ) {
        self.id = id
        self.number = number
        self.coordinate = coordinate
        self.kind = kind
        self.category = category
        self.status = status
        self.unit = unit
        self.district = district
        self.created = created
        self.closed = closed
        self.closedSpells = closedSpells
        self.supporters = supporters
        self.members = members
        self.isMember = isMember
        self.isHidden = isHidden
        self.queue = queue ?? QueueFacts(updated: created)
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
            unit: report.placement.unit,
            district: report.placement.district,
            created: report.created,
            closed: report.closed,
            closedSpells: report.closedSpells,
            supporters: report.allSupporters,
            members: report.group.members,
            isMember: report.group.leader != nil,
            isHidden: report.isHidden,
            queue: QueueFacts(
                updated: report.updated,
                due: report.due.next(in: report.status),
                assignee: report.assignee,
                channel: report.channel,
                isUrgent: report.isUrgent,
                needsReview: report.placement.grounds?.needsReview ?? false,
                asked: report.askedUnits
            ),
            version: report.version
        )
    }
}
