package import Formats
package import Reports

/// A report that was checked and placed, and only has to be written down.
package struct NewReport: Sendable {
    package var kind: ReportKind
    package var category: String
    package var words: ReportWords
    package var channel: Channel
    package var answers: [String: [String]]
    package var contact: Contact?
    package var placement: Placement
    package var precision: Double?
    package var due: DueDates
    package var created: Timestamp
    /// The status that it has reached already, where another system brought it; the beginning otherwise.
    package var status: ReportStatus
    /// The report that the sender says is the same matter.
    package var sameAs: ReportIdentifier?
    /// Reports that the sender says are other matters.
    package var differentFrom: [ReportIdentifier]
    /// Its name in the system that brought it.
    package var origin: ExternalOrigin?
    /// Photos that are stored already, in their order.
    package var photos: [PhotoIdentifier]
    /// Where its sender says that a picture of it is.
    package var mediaLink: String?
    /// Whether it goes first, because nobody could be told to call.
    package var isUrgent = false
    /// What it takes to look for its twins; nil where nobody looks.
    package var comparison: NewComparison?
    /// By whose hand it comes in.
    package var actor = Actor.reporter
    /// Who sent it; nil where nobody can tell, or it was brought from elsewhere.
    package var sender: ReportSender?

    package init(
        kind: ReportKind,
        category: String,
        words: ReportWords,
        channel: Channel,
        answers: [String: [String]] = [:],
        contact: Contact? = nil,
        placement: Placement,
        precision: Double? = nil,
        due: DueDates = DueDates(),
        created: Timestamp,
        status: ReportStatus = .received,
        sameAs: ReportIdentifier? = nil,
        differentFrom: [ReportIdentifier] = [],
        origin: ExternalOrigin? = nil,
        photos: [PhotoIdentifier] = []
    ) {
        self.kind = kind
        self.category = category
        self.words = words
        self.channel = channel
        self.answers = answers
        self.contact = contact
        self.placement = placement
        self.precision = precision
        self.due = due
        self.created = created
        self.status = status
        self.sameAs = sameAs
        self.differentFrom = differentFrom
        self.origin = origin
        self.photos = photos
    }
}

/// The name of a report in another system.
package struct ExternalOrigin: Sendable, Hashable {
    /// The name of the key with which it was brought.
    package let source: String
    /// Its name there, if it has one.
    package let id: String?

    package init(source: String, id: String?) {
        self.source = source
        self.id = id
    }
}
