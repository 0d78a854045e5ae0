/// Who sent a report and may be told of it: personal data, which no event, log, tile or public answer shows.
package struct Contact: Sendable, Equatable {
    /// The longest texts that are taken, in characters.
    package enum Longest {
        package static let name = 100
        package static let email = 254
        package static let phone = 40
    }

    package let firstName: String?
    package let lastName: String?
    package let email: String?
    package let phone: String?
    package let consents: Consents

    package init(
        firstName: String? = nil,
        lastName: String? = nil,
        email: String? = nil,
        phone: String? = nil,
        consents: Consents = Consents()
    ) {
        self.firstName = firstName
        self.lastName = lastName
        self.email = email
        self.phone = phone
        self.consents = consents
    }
}

/// On which ways somebody agreed to be told; each is asked for by itself.
package struct Consents: Sendable, Equatable {
    package let email: Bool
    package let sms: Bool

    package init(email: Bool = false, sms: Bool = false) {
        self.email = email
        self.sms = sms
    }
}

extension Contact: CustomStringConvertible {
    /// Says only that there is one, so that no log can tell more.
    package var description: String { "a contact" }
}

extension Contact: CustomDebugStringConvertible {
    package var debugDescription: String { description }
}
