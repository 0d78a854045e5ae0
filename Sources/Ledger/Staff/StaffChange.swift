package import Formats
package import Reports

/// An account that is to be made.
package struct NewStaffAccount: Sendable {
    package let login: StaffLogin
    package let name: String
    package let staff: Staff
    package let language: Language
    package let codes: CodeRule

    /// The most characters of a name.
    package static let longestName = 80

    /// Nil unless the name has 1 to 80 characters, none of them a control character.
    package init?(
        login: StaffLogin,
        name: String,
        staff: Staff,
        language: Language = .pl,
        codes: CodeRule = .required
    ) {
        guard NewStaffAccount.canBeName(name) else { return nil }
        self.login = login
        self.name = name
        self.staff = staff
        self.language = language
        self.codes = codes
    }

    /// Whether a text can be what colleagues call somebody: 1 to 80 characters, none a control character.
    package static func canBeName(_ name: String) -> Bool {
        (1...longestName).contains(name.unicodeScalars.count)
            && TextFlaw(in: name, allowing: .refused) == nil
    }
}

/// What an administrator changes of an account.
package struct StaffChange: Sendable, Equatable {
    package let name: String
    package let staff: Staff
    package let language: Language
    package let codes: CodeRule

    /// Nil unless the name has 1 to 80 characters, none of them a control character.
    package init?(name: String, staff: Staff, language: Language, codes: CodeRule) {
        guard NewStaffAccount.canBeName(name) else { return nil }
        self.name = name
        self.staff = staff
        self.language = language
        self.codes = codes
    }
}

/// Why an account was not made or changed.
package enum StaffRefused: Error, Equatable, Sendable {
    /// There is an account of that name, or was one.
    case loginTaken(StaffLogin)
    /// There is no such account.
    case unknown
    /// Nobody would be left who gives accounts.
    case lastAdministrator
}

extension StaffRefused: CustomStringConvertible {
    package var description: String {
        switch self {
        case .loginTaken(let login):
            "there is an account '\(login)' already, or was one; each name is given once"
        case .unknown: "there is no such account"
        case .lastAdministrator: "this is the last administrator; give the role to somebody else first"
        }
    }
}
