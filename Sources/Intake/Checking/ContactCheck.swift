import Formats
import Reports

/// Collects what is wrong with contact data; strict only about what could not be used at all.
struct ContactCheck {
    let contact: Contact

    var problems: [SubmissionProblem] {
        var problems: [SubmissionProblem] = []
        for name in [contact.firstName, contact.lastName].compactMap({ $0 }) {
            if let fault = TextFault(in: name, longest: Contact.Longest.name) {
                problems.append(SubmissionProblem(.name, fault))
            }
        }
        if let email = contact.email, EmailAddress(parsing: email) == nil {
            problems.append(
                SubmissionProblem(
                    .email,
                    "format",
                    pl: "To nie jest adres e-mail.",
                    en: "This is no e-mail address."
                )
            )
        }
        if let phone = contact.phone, TelephoneNumber(parsing: phone) == nil {
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
}
