package import Formats
package import HTTP
package import Ledger
package import Reports

/// Somebody of the staff with an open session: its existence proves that password and codes were right.
package struct SignedInStaff: Sendable {
    /// The number of the account.
    package let id: Int
    /// What is typed to sign in.
    package let login: StaffLogin
    /// What colleagues call whoever has the account.
    package let name: String
    /// The role, and the unit of one who has a unit.
    package let staff: Staff
    /// The language of the pages.
    package let language: Language
    /// The session.
    package let session: StaffSession

    /// Nil unless the session is open.
    package init?(_ session: StaffSession) {
        guard session.stage == .open else { return nil }
        id = session.account.id
        login = session.account.login
        name = session.account.name
        staff = session.account.staff
        language = session.account.language
        self.session = session
    }

    /// The role.
    package var role: StaffRole { staff.role }
    /// The code of a dispatcher's unit.
    package var unit: String? { staff.unit }
    /// As whom changes of accounts and looks at contact data are recorded.
    package var actor: StaffActor { .console(id) }

    /// Refuses what the account may not do on a case.
    ///
    /// - Throws: 403 `missing-right`.
    package func require(_ right: StaffRight, on tie: CaseTie) throws(Problem) {
        guard staff.may(right, on: tie) else { throw .missingRight(right) }
    }

    /// Refuses what the account may do nowhere.
    ///
    /// - Throws: 403 `missing-right`.
    package func require(_ right: StaffRight) throws(Problem) {
        guard staff.may(right) else { throw .missingRight(right) }
    }
}
