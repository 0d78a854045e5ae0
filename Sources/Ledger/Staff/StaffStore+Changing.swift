package import Cryptography
package import Formats
import PostgreSQL
import Reports

extension StaffStore {
    /// Makes an account.
    ///
    /// - Parameters:
    ///   - new: what it is.
    ///   - password: the hash of its first password.
    ///   - state: whether that is to be kept.
    ///   - actor: who makes it.
    ///   - now: the moment.
    /// - Returns: its number.
    /// - Throws: `StaffRefused.loginTaken`.
    @discardableResult
    package func add(
        _ new: NewStaffAccount,
        password: PasswordHash,
        _ state: PasswordState,
        by actor: StaffActor,
        at now: Timestamp = .now
    ) async throws -> Int {
        try await database.write { transaction in
            let id = try transaction.query(
                """
                INSERT INTO staff_account (login, name, role, unit, language, password_hash,
                    must_change_password, totp_required, created_at)
                VALUES (\(new.login.text), \(new.name), \(new.staff.role), \(new.staff.unit), \(new.language),
                    \(password.text), \(state == .oneTime), \(new.codes == .required), \(now))
                ON CONFLICT (login) DO NOTHING RETURNING id
                """
            ).first { try $0.decode(Int.self, at: 0) }
            guard let id else { throw StaffRefused.loginTaken(new.login) }
            var event = NewStaffEvent(what: .accountAdded, actor: actor, subject: id)
            event.details = new.staff.details
            try transaction.record(event, at: now)
            return id
        }
    }

    /// Changes what an account is; its sessions end if what it may do has changed.
    ///
    /// - Throws: `StaffRefused.unknown`, `StaffRefused.lastAdministrator`.
    package func change(
        _ id: Int,
        to change: StaffChange,
        by actor: StaffActor,
        at now: Timestamp = .now
    ) async throws {
        try await database.write { transaction in
            let account = try transaction.account(toChange: id)
            if account.staff.role == .administrator, change.staff.role != .administrator {
                try transaction.keepAdministrator(besides: account)
            }
            try transaction.execute(
                """
                UPDATE staff_account SET name = \(change.name), role = \(change.staff.role),
                    unit = \(change.staff.unit), language = \(change.language),
                    totp_required = \(change.codes == .required)
                WHERE id = \(id)
                """
            )
            var event = NewStaffEvent(what: .accountChanged, actor: actor, subject: id)
            if account.staff != change.staff {
                event.details =
                    account.staff.details.map { ("\($0.name)_before", $0.value) } + change.staff.details
                try transaction.endSessions(of: id, at: now)
            }
            if account.codes.rule != change.codes { event.details.append(("codes", change.codes.rawValue)) }
            try transaction.record(event, at: now)
        }
    }

    /// Changes what everybody may change of the own account, and nothing that administrators do.
    ///
    /// - Precondition: `NewStaffAccount.canBeName` says that the name can be one.
    package func change(_ id: Int, name: String, language: Language, at now: Timestamp = .now) async throws {
        precondition(NewStaffAccount.canBeName(name), "no name that was checked")
        try await database.write { transaction in
            let count = try transaction.execute(
                "UPDATE staff_account SET name = \(name), language = \(language) WHERE id = \(id)"
            )
            guard count == 1 else { throw StaffRefused.unknown }
            try transaction.record(NewStaffEvent(what: .accountChanged, actor: .console(id)), at: now)
        }
    }

    /// Lets an account sign in no more, and ends its sessions.
    ///
    /// - Throws: `StaffRefused.unknown`, `StaffRefused.lastAdministrator`.
    package func disable(_ id: Int, by actor: StaffActor, at now: Timestamp = .now) async throws {
        try await database.write { transaction in
            let account = try transaction.account(toChange: id)
            guard account.disabled == nil else { return }
            if account.staff.role == .administrator { try transaction.keepAdministrator(besides: account) }
            try transaction.execute("UPDATE staff_account SET disabled_at = \(now) WHERE id = \(id)")
            try transaction.endSessions(of: id, at: now)
            try transaction.record(
                NewStaffEvent(what: .accountDisabled, actor: actor, subject: id),
                at: now
            )
        }
    }

    /// Lets a disabled account sign in again, without waiting for what was tried before.
    ///
    /// - Throws: `StaffRefused.unknown`.
    package func enable(_ id: Int, by actor: StaffActor, at now: Timestamp = .now) async throws {
        try await database.write { transaction in
            guard try transaction.account(toChange: id).disabled != nil else { return }
            try transaction.execute(
                """
                UPDATE staff_account SET disabled_at = NULL, failures = 0, locked_until = NULL
                WHERE id = \(id)
                """
            )
            try transaction.record(NewStaffEvent(what: .accountEnabled, actor: actor, subject: id), at: now)
        }
    }

    /// Gives an account a password that is good for choosing another, and ends its sessions.
    ///
    /// - Throws: `StaffRefused.unknown`.
    package func resetPassword(
        of id: Int,
        to password: PasswordHash,
        by actor: StaffActor,
        at now: Timestamp = .now
    ) async throws {
        try await database.write { transaction in
            _ = try transaction.account(toChange: id)
            try transaction.execute(
                """
                UPDATE staff_account SET password_hash = \(password.text), must_change_password = true,
                    failures = 0, locked_until = NULL
                WHERE id = \(id)
                """
            )
            try transaction.endSessions(of: id, at: now)
            try transaction.record(NewStaffEvent(what: .passwordReset, actor: actor, subject: id), at: now)
        }
    }

    /// Takes an account's one-time codes away, as when a telephone is lost, and ends its sessions.
    ///
    /// - Throws: `StaffRefused.unknown`.
    package func resetCodes(of id: Int, by actor: StaffActor, at now: Timestamp = .now) async throws {
        try await database.write { transaction in
            _ = try transaction.account(toChange: id)
            try transaction.execute(
                "UPDATE staff_account SET totp_secret = NULL, totp_step = NULL WHERE id = \(id)"
            )
            try transaction.endSessions(of: id, at: now)
            try transaction.record(NewStaffEvent(what: .codesReset, actor: actor, subject: id), at: now)
        }
    }
}

extension Session {
    fileprivate func account(toChange id: Int) throws -> StaffAccount {
        guard let account = try lockedAccount(id) else { throw StaffRefused.unknown }
        return account
    }

    /// Sees to it that somebody else gives accounts; two who would remove each other wait for one another.
    fileprivate func keepAdministrator(besides account: StaffAccount) throws {
        try execute("SELECT pg_advisory_xact_lock(hashtextextended('staff administrators', 0))")
        let others = try query(
            """
            SELECT EXISTS (SELECT FROM staff_account
                WHERE role = 'administrator' AND disabled_at IS NULL AND id <> \(account.id))
            """
        ).one { try $0.decode(Bool.self, at: 0) }
        guard others || account.disabled != nil else { throw StaffRefused.lastAdministrator }
    }
}

extension Staff {
    /// What the audit says of it.
    fileprivate var details: [(name: String, value: String)] {
        [("role", role.rawValue)] + (unit.map { [("unit", $0)] } ?? [])
    }
}
