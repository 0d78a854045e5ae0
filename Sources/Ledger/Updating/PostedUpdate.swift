import Cryptography
package import Formats
package import Reports

/// What another system tells of a report, under a name that it gave it.
package struct PostedUpdate: Sendable {
    /// What it makes of a report.
    package struct Judgement: Sendable, Equatable {
        package let status: ReportStatus
        /// Why it is closed without what it asked for, where the status demands a reason.
        package let reason: ClosingReason?

        package init(_ status: ReportStatus, reason: ClosingReason? = nil) {
            self.status = status
            self.reason = reason
        }
    }

    /// The key with which it is told.
    package let key: Int
    /// Its name there: the same name from the same key is the same update.
    package let name: String
    /// When it happened there; nil for now.
    package let at: Timestamp?
    /// Where the report stands there, in that system's words; nil where it does not say.
    package let word: String?
    /// What is said with it to everybody.
    package let text: String?
    /// What the word means for a report as it stands; nil where nothing changes by it.
    let judge: @Sendable (Report) -> Judgement?

    /// The longest name that is taken, in characters.
    package static let longestName = 200
    /// Clocks differ a little: so many seconds ahead of ours is now.
    static let clockSkew: Int64 = 300

    package init(
        key: Int,
        name: String,
        at moment: Timestamp?,
        word: String?,
        text: String?,
        judge: @escaping @Sendable (Report) -> Judgement?
    ) {
        self.key = key
        self.name = name
        at = moment
        self.word = word
        self.text = text
        self.judge = judge
    }

    /// A digest of what is told, to know the same name for the same thing.
    func content(of number: ReportNumber) -> [UInt8] {
        var sha = SHA256()
        for part in [number.description, at.map { "\($0.microseconds)" }, word, text] {
            sha.update(Array("\(part?.utf8.count ?? -1)\n\(part ?? "")\n".utf8))
        }
        return sha.digest().bytes
    }
}

/// Why another system's update is not taken.
package enum UpdateRefused: Error, Equatable, Sendable {
    /// More is known of the report already: this happened at that moment.
    case tooLate(known: Timestamp)
    /// It has yet to happen.
    case inTheFuture
    /// Its name stands for something else.
    case nameTaken
}
