package import Formats

/// One matter that somebody brought to the city, as it stands now.
package struct Report: Sendable, Equatable {
    package let id: ReportIdentifier
    package let number: ReportNumber
    package let kind: ReportKind
    /// The category's code, as in `road.pothole`.
    package let category: String
    package var status: ReportStatus
    /// Why it was closed without being resolved, as a code of the table of steps.
    package var reason: String?
    /// What the reporter wrote, and where they said it is.
    package var words: ReportWords
    package let channel: Channel
    /// The sender's answers by the code of the category's question.
    package let answers: [String: [String]]
    package var placement: Placement
    /// How exact the place is, in metres, if that is known.
    package var precision: Double?
    package var due: DueDates
    package let created: Timestamp
    package var updated: Timestamp
    /// When it reached a final status; nil while it is open.
    package var closed: Timestamp?
    /// When it was closed before it was reopened, the earliest first.
    package var closedSpells: [ClosedSpell]
    /// Whether staff hid it from the public.
    package var isHidden: Bool
    /// How many people besides the reporter said 'me too' to it.
    package var supporters: Int
    /// Where it stands among reports about the same matter.
    package var group: GroupPlace
    package var photos: [ReportPhoto]
    /// Where its sender says that a picture of it is: for staff, never fetched.
    package let mediaLink: String?
    /// Whether words of danger were in it and nobody could be told to call: it goes first.
    package let isUrgent: Bool
    /// The account of who has it in its unit, if anybody has.
    package var assignee: Int?
    /// Codes of the units that were asked about it and have not answered yet.
    package var askedUnits: [String]
    /// Rises by one with each change, so that a follower can tell old news from new.
    package var version: Int

    package init(
        id: ReportIdentifier,
        number: ReportNumber,
        kind: ReportKind,
        category: String,
        status: ReportStatus,
        reason: String? = nil,
        words: ReportWords,
        channel: Channel,
        answers: [String: [String]] = [:],
        placement: Placement,
        precision: Double? = nil,
        due: DueDates = DueDates(),
        created: Timestamp,
        updated: Timestamp,
        closed: Timestamp?,
        closedSpells: [ClosedSpell] = [],
        isHidden: Bool = false,
        supporters: Int,
        group: GroupPlace = GroupPlace(),
        photos: [ReportPhoto] = [],
        mediaLink: String? = nil,
        isUrgent: Bool = false,
        assignee: Int? = nil,
        askedUnits: [String] = [],
        version: Int
    ) {
        self.id = id
        self.number = number
        self.kind = kind
        self.category = category
        self.status = status
        self.reason = reason
        self.words = words
        self.channel = channel
        self.answers = answers
        self.placement = placement
        self.precision = precision
        self.due = due
        self.created = created
        self.updated = updated
        self.closed = closed
        self.closedSpells = closedSpells
        self.isHidden = isHidden
        self.supporters = supporters
        self.group = group
        self.photos = photos
        self.mediaLink = mediaLink
        self.isUrgent = isUrgent
        self.assignee = assignee
        self.askedUnits = askedUnits
        self.version = version
    }
}

extension Report {
    /// How many people stand behind the matter: behind it, and behind the reports that it leads.
    package var allSupporters: Int { supporters + group.memberSupporters }
}

/// When something must have happened with a report.
package struct DueDates: Sendable, Equatable {
    /// The end of the last day for the unit's first action; nil if the category has none.
    package var firstAction: Timestamp?
    /// The end of the last day for closing it.
    package var closure: Timestamp?
    /// When the first action was; nil before it.
    package var firstActed: Timestamp?
    /// Since when the clock stands still, because the reporter was asked; nil while it runs.
    package var waitingSince: Timestamp?

    package init(
        firstAction: Timestamp? = nil,
        closure: Timestamp? = nil,
        firstActed: Timestamp? = nil,
        waitingSince: Timestamp? = nil
    ) {
        self.firstAction = firstAction
        self.closure = closure
        self.firstActed = firstActed
        self.waitingSince = waitingSince
    }
}
