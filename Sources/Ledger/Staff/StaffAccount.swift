package import Formats
package import Reports

/// An account of the staff, without what it signs in with.
package struct StaffAccount: Sendable, Equatable {
    /// The number that rows name it by.
    package let id: Int
    /// What is typed to sign in.
    package let login: StaffLogin
    /// What colleagues call whoever has it.
    package let name: String
    /// The role, and the unit of one who has a unit.
    package let staff: Staff
    /// The language of its pages.
    package let language: Language
    /// How it stands with one-time codes.
    package let codes: CodeStanding
    /// Whether a lasting password was chosen.
    package let password: PasswordState
    /// Until when nothing is tried; nil unless too much was tried.
    package let lockedUntil: Timestamp?
    /// When it was made.
    package let created: Timestamp
    /// When it was disabled; nil while it may sign in.
    package let disabled: Timestamp?
}

/// Whether a password was chosen by whoever has the account.
package enum PasswordState: Sendable {
    /// It was.
    case lasting
    /// It was given by somebody else, and is good for choosing another.
    case oneTime
}

/// Whether an account needs one-time codes.
package enum CodeRule: String, CaseIterable, Sendable {
    /// It has to set them up before it can do anything.
    case required
    /// It may set them up.
    case optional
}

/// How an account stands with one-time codes.
package struct CodeStanding: Sendable, Equatable {
    /// Whether it needs them.
    package let rule: CodeRule
    /// Whether they are set up, so that none is let in without one.
    package let areSetUp: Bool
}

/// What somebody has to do before the session is good for anything; in this order.
package enum SignInStage: String, CaseIterable, Sendable {
    /// Type a one-time code.
    case code
    /// Choose a password in place of one that was given.
    case password
    /// Set up one-time codes.
    case enrolment
    /// Nothing: the session is open.
    case open
}

/// Who changes accounts, and by which door.
package struct StaffActor: Sendable, Equatable {
    /// The account's number; nil for whoever has the command line.
    package let account: Int?
    /// The door.
    package let origin: StaffOrigin

    /// Whoever has the command line.
    package static let command = StaffActor(account: nil, origin: .command)

    /// Somebody at the console.
    package static func console(_ account: Int) -> StaffActor {
        StaffActor(account: account, origin: .dispatch)
    }
}

/// The doors through which staff come; the words are kept in the database.
package enum StaffOrigin: String, CaseIterable, Sendable {
    case dispatch
    case command
}
