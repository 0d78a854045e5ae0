import Cryptography
import Formats
import Geography
import Reports

/// The digest of what a submission asks for, whatever the form in which it was sent.
///
/// Each field stands under its name and with its length, so that no two submissions give the same bytes.
struct SubmissionDigest {
    private var sha = SHA256()

    /// 32 bytes.
    static func bytes(of submission: Submission) -> [UInt8] {
        var digest = SubmissionDigest()
        digest.add(submission)
        return digest.sha.digest().bytes
    }

    private mutating func add(_ submission: Submission) {
        add("category", submission.category)
        add("description", submission.description)
        add("place", submission.coordinate.map { "\($0.longitudeMicros) \($0.latitudeMicros)" })
        add("precision", submission.precision.map { "\($0)" })
        add("address", submission.address)
        for (code, values) in submission.answers.sorted(by: { $0.key < $1.key }) {
            add("answer", code)
            for value in values { add("value", value) }
        }
        add("first name", submission.contact?.firstName)
        add("last name", submission.contact?.lastName)
        add("email", submission.contact?.email)
        add("phone", submission.contact?.phone)
        add("by email", submission.contact.map { "\($0.consents.email)" })
        add("by sms", submission.contact.map { "\($0.consents.sms)" })
        for photo in submission.photos { add("photo", photo.description) }
        add("media", submission.mediaLink)
        add("channel", submission.channel.rawValue)
        add("same as", submission.sameAs?.description)
        for number in submission.notSameAs { add("not same as", number.description) }
        add("no emergency", "\(submission.isNoEmergency)")
        add("created", submission.imported?.created?.description)
        add("status", submission.imported?.status?.rawValue)
        add("external", submission.imported?.externalID)
    }

    private mutating func add(_ name: String, _ value: String?) {
        guard let value else { return }
        sha.update(Array("\(name) \(value.utf8.count)\n\(value)\n".utf8))
    }
}
