package import Formats
package import Reports

/// What the audit records besides changes of reports; the words are kept in the database.
package enum StaffEventKind: String, CaseIterable, Sendable {
    case signedIn = "signed_in"
    /// A wrong password or code for a name that there is.
    case refused = "sign_in_refused"
    /// The same, and the account has to wait now.
    case lockedOut = "locked_out"
    case signedOut = "signed_out"
    /// One session was ended from another.
    case sessionEnded = "session_ended"
    /// All sessions of an account were ended.
    case sessionsEnded = "sessions_ended"
    case passwordChanged = "password_changed"
    case codesSetUp = "codes_set_up"
    case codesRemoved = "codes_removed"
    case accountAdded = "account_added"
    case accountChanged = "account_changed"
    case accountDisabled = "account_disabled"
    case accountEnabled = "account_enabled"
    /// Somebody else gave a one-time password.
    case passwordReset = "password_reset"
    /// Somebody else took the one-time codes away.
    case codesReset = "codes_reset"
    /// Somebody looked at the contact data of who reported.
    case contactSeen = "contact_seen"
    /// Somebody looked at what is under the cover of a photo.
    case originalSeen = "original_seen"
    case templateAdded = "template_added"
    case templateChanged = "template_changed"
    case templateRemoved = "template_removed"
}

/// Something that happened, with its place in the audit.
package struct StaffEvent: Sendable {
    /// Counts up; the audit is read from the highest on.
    package let id: Int64
    /// When it happened.
    package let at: Timestamp
    /// Who did it; nil for whoever has the command line.
    package let account: StaffLogin?
    /// What happened.
    package let what: StaffEventKind
    /// The account that it was done to, if that is another one.
    package let subject: StaffLogin?
    /// The number of the report that was looked at.
    package let report: String?
    /// The door.
    package let origin: StaffOrigin
    /// What else there is to know, by names: a reason, the roles before and after.
    package let details: [(name: String, value: String)]
}

/// Something that is to be recorded.
struct NewStaffEvent {
    let what: StaffEventKind
    let actor: StaffActor
    var subject: Int?
    var report: ReportIdentifier?
    /// No word about any person may be among them.
    var details: [(name: String, value: String)] = []
}
