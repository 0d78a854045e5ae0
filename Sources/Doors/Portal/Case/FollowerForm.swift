import Formats
import HTTP
import Pages
import Reports

/// Where somebody wants to be told how a case ends, as the page's form sends it.
struct FollowerForm {
    /// Where to, once everything is right.
    let address: FollowerAddress?
    /// What is not.
    let problem: LocalizedText?
    let values: PageScope

    init(_ fields: Query) {
        let email = fields.trimmed("email")
        let phone = fields.trimmed("phone")
        let mayMail = fields.first("consent_email") != nil
        let mayText = fields.first("consent_sms") != nil
        values = [
            "followEmail": .text(email),
            "followPhone": .text(phone),
            "followConsentEmail": .flag(mayMail),
            "followConsentSMS": .flag(mayText),
        ]
        let readEmail = EmailAddress(parsing: email)?.text
        let readPhone = TelephoneNumber(parsing: phone)?.text
        if email.isEmpty, phone.isEmpty {
            problem = FollowerAddress.nowhere
        } else if !email.isEmpty, readEmail == nil {
            problem = .unfitEmail
        } else if !phone.isEmpty, readPhone == nil {
            problem = .unfitPhone
        } else if !email.isEmpty && !mayMail || !phone.isEmpty && !mayText {
            problem = FollowerAddress.noConsent
        } else {
            problem = nil
        }
        address = problem == nil ? FollowerAddress(email: readEmail, phone: readPhone) : nil
    }
}
