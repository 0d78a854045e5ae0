import Formats
import Reports

extension Contact {
    /// Reads `contact` and `consents`; nil where a sender gives nothing of the kind, or something is wrong with it.
    static func read(_ reader: inout FieldReader) -> Contact? {
        let contact = reader.object("contact", .optional) { fields -> Contact? in
            let first = fields.string("first_name", .optional, length: 1...Longest.name)
            let last = fields.string("last_name", .optional, length: 1...Longest.name)
            return Contact(
                firstName: first,
                lastName: last,
                email: fields.email(),
                phone: fields.phone()
            )
        }
        // Whether a part is there is asked of what was sent: a wrong address is not a missing one.
        let sent = reader.json("contact", .optional)?.objectValue
        let consents = reader.consents(hasEmail: sent?["email"] != nil, hasPhone: sent?["phone"] != nil)
        guard let contact, contact != Contact() else { return nil }
        return Contact(
            firstName: contact.firstName,
            lastName: contact.lastName,
            email: contact.email,
            phone: contact.phone,
            consents: consents
        )
    }
}

extension FieldReader {
    /// Reads the field `email`, which may be absent.
    mutating func email() -> String? {
        parsed("email", .optional, length: 1...Contact.Longest.email, .unfitEmail) {
            EmailAddress(parsing: $0)?.text
        }
    }

    /// Reads the field `phone`, which may be absent.
    mutating func phone() -> String? {
        parsed("phone", .optional, length: 1...Contact.Longest.phone, .unfitPhone) {
            TelephoneNumber(parsing: $0)?.text
        }
    }

    /// Reads the field `consents`; each consent needs what it is about.
    mutating func consents(_ presence: Presence = .optional, hasEmail: Bool, hasPhone: Bool) -> Consents {
        let consents = object("consents", presence) { fields -> Consents? in
            let email = fields.bool("email", .optional) ?? false
            let sms = fields.bool("sms", .optional) ?? false
            if email, !hasEmail { fields.report("email", .missing, Wording.noEmail) }
            if sms, !hasPhone { fields.report("sms", .missing, Wording.noPhone) }
            return Consents(email: email, sms: sms)
        }
        return consents ?? Consents()
    }

    private enum Wording {
        static let noEmail = LocalizedText(
            pl: "Zgoda na e-mail wymaga adresu e-mail.",
            en: "A consent to e-mail needs an e-mail address."
        )
        static let noPhone = LocalizedText(
            pl: "Zgoda na SMS wymaga numeru telefonu.",
            en: "A consent to text messages needs a telephone number."
        )
    }
}

extension LocalizedText {
    static let unfitEmail = LocalizedText(
        pl: "Oczekiwano adresu e-mail, jak imie@example.org.",
        en: "Expected an e-mail address as in name@example.org."
    )
    static let unfitPhone = LocalizedText(
        pl: "Oczekiwano dziewięciu cyfr albo numeru z kodem kraju, jak +48 12 616 55 55.",
        en: "Expected nine digits, or a number with its country's code, as in +48 12 616 55 55."
    )
}
