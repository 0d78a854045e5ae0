import Formats
import Reports

/// Where a follower of a report is told how it ends.
struct FollowerAddress {
    let email: String?
    let phone: String?

    /// What tells this follower from others.
    var name: String { "\(email ?? "")\n\(phone ?? "")" }

    /// Reads an e-mail address or a telephone number, with the consent to use it.
    static func read(_ reader: inout FieldReader) -> FollowerAddress? {
        let hasEmail = reader.json("email", .optional) != nil
        let hasPhone = reader.json("phone", .optional) != nil
        let (email, phone) = (reader.email(), reader.phone())
        let consents = reader.consents(.required, hasEmail: hasEmail, hasPhone: hasPhone)
        if !hasEmail, !hasPhone { reader.report("email", .missing, nowhere) }
        if hasEmail, !consents.email { reader.report("consents", .missing, noConsent) }
        if hasPhone, !consents.sms { reader.report("consents", .missing, noConsent) }
        return FollowerAddress(email: email, phone: phone)
    }

    static let nowhere = LocalizedText(
        pl: "Podaj adres e-mail albo numer telefonu.",
        en: "Give an e-mail address or a telephone number."
    )
    static let noConsent = LocalizedText(
        pl: "Potrzebna jest zgoda na wiadomości wysyłane w ten sposób.",
        en: "A consent to messages on this way is needed."
    )
}
