import Formats
import HTTP
import Pages
import Reports

/// What the form of signing in sends.
struct SignInForm {
    /// As it was typed, for the form to be shown again.
    let typed: String
    let password: String
    let next: ReturnPath
    let language: Language?

    private static let longestLogin = 200

    init(_ fields: Query) {
        typed = String(fields.trimmed("login").unicodeScalars.prefix(SignInForm.longestLogin))
        password = fields.first("password") ?? ""
        next = fields.first("next").flatMap { ReturnPath($0) } ?? .start
        language = fields.first("lang").flatMap { Language(rawValue: $0) }
    }

    /// The name, if it can be one.
    var login: StaffLogin? { StaffLogin(typed) }

    /// What the page shows again; the password is not among it.
    var values: PageScope { ["login": .text(typed), "next": .text(next.text)] }
}
