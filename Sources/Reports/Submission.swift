package import Formats
package import Geography

/// What a door hands over: a report that nobody has checked against the city yet.
package struct Submission: Sendable, Equatable {
    /// The longest description that is taken, in characters.
    package static let longestDescription = 4_000
    /// The longest address that is taken, in characters.
    package static let longestAddress = 300
    /// The longest link that is taken, in characters.
    package static let longestLink = 2_000
    /// How many reports a sender can say theirs is not.
    package static let mostDifferent = 20

    package var category: String
    package var description: String
    /// The place as a point; nil where the sender gave an address alone.
    package var coordinate: Coordinate?
    /// How exact the point is, in metres, if the sender's device knew.
    package var precision: Double?
    /// The place in the sender's words.
    package var address: String?
    /// The sender's answers by the code of the category's question.
    package var answers: [String: [String]]
    package var contact: Contact?
    /// Photos that were uploaded before, in the order in which they are shown.
    package var photos: [PhotoIdentifier]
    /// Where the sender says that a picture of it is; kept for staff, never fetched.
    package var mediaLink: String?
    package var channel: Channel
    /// The report that the sender says is the same matter.
    package var sameAs: ReportNumber?
    /// Reports that the sender was shown and says are other matters.
    package var notSameAs: [ReportNumber]
    /// Who sends it, as a digest that names nobody; nil where nobody can tell.
    package var sender: [UInt8]?
    /// When somebody wrote it down, if that was on a list which is brought now; its category's questions were not asked then.
    package var received: Timestamp?
    /// By whose hand it comes in, and through which door.
    package var actor: Actor
    /// Whether the sender was told to call and says that nobody is in danger.
    package var isNoEmergency: Bool
    /// What another system already knew of it; only keys of scope import may say.
    package var imported: ImportedFacts?

    package init(
        category: String,
        description: String,
        coordinate: Coordinate?,
        precision: Double? = nil,
        address: String? = nil,
        answers: [String: [String]] = [:],
        contact: Contact? = nil,
        photos: [PhotoIdentifier] = [],
        mediaLink: String? = nil,
        channel: Channel = .portal,
        sameAs: ReportNumber? = nil,
        notSameAs: [ReportNumber] = [],
        sender: [UInt8]? = nil,
        received: Timestamp? = nil,
        actor: Actor = .reporter,
        isNoEmergency: Bool = false,
        imported: ImportedFacts? = nil
    ) {
        self.category = category
        self.description = description
        self.coordinate = coordinate
        self.precision = precision
        self.address = address
        self.answers = answers
        self.contact = contact
        self.photos = photos
        self.mediaLink = mediaLink
        self.channel = channel
        self.sameAs = sameAs
        self.notSameAs = notSameAs
        self.sender = sender
        self.received = received
        self.actor = actor
        self.isNoEmergency = isNoEmergency
        self.imported = imported
    }
}

/// What a report brought from another system has behind it already.
package struct ImportedFacts: Sendable, Equatable {
    /// The name of the key with which it is brought.
    package var source: String
    /// When it came in there; nil for now.
    package var created: Timestamp?
    /// Where it stands there; nil for the beginning.
    package var status: ReportStatus?
    /// Its name there, taken once from each system.
    package var externalID: String?

    package init(
        source: String,
        created: Timestamp? = nil,
        status: ReportStatus? = nil,
        externalID: String? = nil
    ) {
        self.source = source
        self.created = created
        self.status = status
        self.externalID = externalID
    }
}
