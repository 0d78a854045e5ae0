/// What somebody of the staff may do or see.
package enum StaffRight: String, CaseIterable, Hashable, Sendable {
    /// Read a case with its history.
    case seeCase
    /// Look at the contact data of who reported; each look is recorded.
    case seeContact
    /// Write a note that only staff read.
    case note
    /// Tell the editors that a rule placed a report wrongly.
    case tellRuleIsWrong
    /// Change the state.
    case step
    /// Answer in public.
    case answer
    /// Give the case to a unit or a person.
    case assign
    /// Ask who reported; the clock stops meanwhile.
    case askReporter
    /// Ask another unit.
    case askUnit
    /// Join reports about the same matter, and part them.
    case link
    /// Correct the place.
    case movePin
    /// Cover a part of a photo or of a text.
    case redact
    /// See what was covered.
    case seeOriginal
    /// Take a report out of the public's sight, and bring it back.
    case hide
    /// Take reports for callers.
    case takeCall
    /// Bring in many reports at once.
    case importReports
    /// Take lists of reports out.
    case export
    /// Write the templates of answers.
    case editTemplates
    /// Read what was said of the rules.
    case readRuleNotes
    /// Give, change and end accounts.
    case manageStaff
    /// Read who did what.
    case readAudit
    /// Change the own name, language and password, and end the own sessions.
    case ownAccount
}

/// How a case stands to somebody of the staff.
package enum CaseTie: String, CaseIterable, Hashable, Sendable {
    /// The unit of the account has it.
    case own
    /// The unit of the account was asked about it.
    case asked
    /// Neither.
    case other
}
