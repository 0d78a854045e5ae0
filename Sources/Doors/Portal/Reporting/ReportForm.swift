import Cryptography
import Formats
import Geography
import HTTP
import Ledger
import Pages
import Reports

/// What a visitor has put into the form of a report so far, by the names of its fields.
struct ReportForm {
    /// As long as an answer to a question may be is checked later; more fields than this no category has.
    private static let mostAnswers = 32
    /// As random as the name of a request has to be.
    private static let nameBytes = 16

    let category: String
    let description: String
    let address: String
    let latitude: String
    let longitude: String
    let email: String
    let phone: String
    let mayMail: Bool
    let mayText: Bool
    let isNoEmergency: Bool
    let isIdea: Bool
    let sameAs: String
    /// The answers by the codes of the category's questions.
    let answers: [String: [String]]
    /// Photos that were stored when the form was sent before.
    let photos: [PhotoIdentifier]
    /// The name of the request: sent again, it is the same report.
    let request: String
    /// Whether the visitor wants to be asked the category's questions before sending.
    let wantsQuestions: Bool

    init(_ fields: Query) {
        category = fields.trimmed("category")
        description = fields.trimmed("description").withPlainLineEnds
        address = fields.trimmed("address")
        latitude = fields.trimmed("lat")
        longitude = fields.trimmed("lon")
        email = fields.trimmed("email")
        phone = fields.trimmed("phone")
        mayMail = fields.first("consent_email") != nil
        mayText = fields.first("consent_sms") != nil
        isNoEmergency = fields.trimmed("not_emergency") == "1"
        isIdea = fields.trimmed("kind") == ReportKind.idea.rawValue
        sameAs = fields.trimmed("same_as")
        var answers: [String: [String]] = [:]
        for item in fields.items where item.name.hasPrefix("answers[") && item.name.hasSuffix("]") {
            let code = String(item.name.dropFirst(8).dropLast())
            guard !item.value.isEmpty, answers.count < ReportForm.mostAnswers || answers[code] != nil else {
                continue
            }
            answers[code, default: []].append(item.value)
        }
        self.answers = answers
        photos = Array(
            fields.all("photo_id").compactMap { PhotoIdentifier(parsing: $0) }.prefix(
                ReportPhoto.mostPerReport
            )
        )
        let name = fields.trimmed("request")
        request =
            (try? IdempotencyKey(name, of: .anonymous)) == nil
            ? Base64URL.encode(SecureRandom.bytes(ReportForm.nameBytes)) : name
        wantsQuestions = fields.first("questions") != nil
    }

    /// The point, where both numbers are given; nil where one is no degree.
    var coordinate: Coordinate? {
        guard let longitude = Double(decimal: longitude.replacing(",", with: ".")),
            let latitude = Double(decimal: latitude.replacing(",", with: "."))
        else { return nil }
        return Coordinate(longitude: longitude, latitude: latitude)
    }

    /// Whether somebody began to write coordinates that are none.
    var hasUnfitPoint: Bool { !(latitude.isEmpty && longitude.isEmpty) && coordinate == nil }

    var contact: Contact? {
        guard !email.isEmpty || !phone.isEmpty else { return nil }
        return Contact(
            email: email.isEmpty ? nil : EmailAddress(parsing: email)?.text ?? email,
            phone: phone.isEmpty ? nil : TelephoneNumber(parsing: phone)?.text ?? phone,
            consents: Consents(email: mayMail && !email.isEmpty, sms: mayText && !phone.isEmpty)
        )
    }

    var values: PageScope {
        [
            "description": .text(description),
            "address": .text(address),
            "lat": .text(latitude),
            "lon": .text(longitude),
            "email": .text(email),
            "phone": .text(phone),
            "consentEmail": .flag(mayMail),
            "consentSms": .flag(mayText),
            "sameAs": .text(sameAs),
            "request": .text(request),
            "isIdea": .flag(isIdea),
            "chosenCategory": .text(category),
            "keptPhotos": .list(
                photos.enumerated().map { index, photo in
                    [
                        "id": .text(photo.description), "index": .count(index + 1),
                        "small": .text("/photos/\(photo)/320.jpg"),
                    ]
                }
            ),
            "isNoEmergency": .flag(isNoEmergency),
        ]
    }
}

extension String {
    /// Browsers send a line's end as two characters, which would count against the limit.
    fileprivate var withPlainLineEnds: String { replacing("\r\n", with: "\n") }
}
