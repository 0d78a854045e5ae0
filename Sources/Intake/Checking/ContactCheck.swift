import Formats
import Reports

/// Collects what is wrong with contact data; strict only about what could not be used at all.
package struct ContactCheck {
    let contact: Contact

    var problems: [SubmissionProblem] {
        var problems: [SubmissionProblem] = []
        for name in [contact.firstName, contact.lastName].compactMap({ $0 }) {
            if let fault = TextFault(in: name, longest: Contact.Longest.name) {
                problems.append(SubmissionProblem(.name, fault))
            }
        }
        if let email = contact.email, !ContactCheck.isEmail(email) {
            problems.append(
                SubmissionProblem(
                    .email,
                    "format",
                    pl: "To nie jest adres e-mail.",
                    en: "This is no e-mail address."
                )
            )
        }
        if let phone = contact.phone, !ContactCheck.isPhone(phone) {
            problems.append(
                SubmissionProblem(
                    .phone,
                    "format",
                    pl: "To nie jest numer telefonu.",
                    en: "This is no telephone number."
                )
            )
        }
        if contact.consents.email, contact.email == nil {
            problems.append(
                SubmissionProblem(
                    .email,
                    "missing",
                    pl: "Zgoda na e-mail wymaga adresu e-mail.",
                    en: "Consent to e-mail needs an e-mail address."
                )
            )
        }
        if contact.consents.sms, contact.phone == nil {
            problems.append(
                SubmissionProblem(
                    .phone,
                    "missing",
                    pl: "Zgoda na SMS wymaga numeru telefonu.",
                    en: "Consent to SMS needs a telephone number."
                )
            )
        }
        return problems
    }

    /// Something, one @, and a domain with a dot; whether it exists only a mail can tell.
    package static func isEmail(_ text: String) -> Bool {
        guard text.unicodeScalars.count <= Contact.Longest.email,
            text.unicodeScalars.allSatisfy({
                !$0.properties.isWhitespace && $0.value > 0x20 && $0.value != 0x7F
            })
        else { return false }
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, parts[0].utf8.count <= 64 else { return false }
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        return labels.count >= 2 && labels.allSatisfy { !$0.isEmpty && $0.utf8.count <= 63 }
    }

    /// 5 to 15 digits, perhaps after a plus, with the usual signs between them.
    package static func isPhone(_ text: String) -> Bool {
        guard text.unicodeScalars.count <= Contact.Longest.phone else { return false }
        let digits = text.utf8.filter { (0x30...0x39).contains($0) }.count
        let rest = text.hasPrefix("+") ? text.dropFirst() : text[...]
        return (5...15).contains(digits)
            && rest.utf8.allSatisfy { (0x30...0x39).contains($0) || " -().".utf8.contains($0) }
    }
}
