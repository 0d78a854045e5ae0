import Cryptography
package import Formats
import PostgreSQL
import Reports

/// What whoever has an account does with its password and codes, at the first time and later.
extension SignIn {
    /// Chooses a password: in the stage `password`, or later, after `confirm`.
    ///
    /// All sessions of the account end, and a new one is opened for the next stage.
    ///
    /// - Throws: `PasswordRule.Fault`, `PasswordWork.Refused`, and what the database throws.
    package func choosePassword(
        _ password: String,
        for session: StaffSession,
        at place: SessionPlace,
        now: Timestamp = .now
    ) async throws -> Outcome {
        if let fault = PasswordRule.fault(in: password, for: session.account.login) { throw fault }
        // A password that was given is known to whoever gave it.
        if session.stage == .password, try await isOwn(password, of: session.account) {
            throw PasswordRule.Fault.unchanged
        }
        let hash = try await passwords.hash(password)
        return try await renew(session, at: place, now: now) { transaction, account in
            try transaction.execute(
                """
                UPDATE staff_account SET password_hash = \(hash.text), must_change_password = false
                WHERE id = \(account.id)
                """
            )
            try transaction.record(
                NewStaffEvent(what: .passwordChanged, actor: .console(account.id)),
                at: now
            )
        }
    }

    /// Sets up one-time codes with the secret that the session offers, once a code of it is shown.
    ///
    /// All sessions of the account end, and a new one is opened for the next stage.
    ///
    /// - Throws: what the database throws.
    package func setUpCodes(
        _ code: String,
        for session: StaffSession,
        at place: SessionPlace,
        now: Timestamp = .now
    ) async throws -> Outcome {
        let (secret, code) = (session.token.offeredSecret, code.filter { !$0.isWhitespace })
        guard let step = OneTimeCode(secret: secret).step(of: code, at: now.seconds, after: nil) else {
            return .refused
        }
        return try await renew(session, at: place, now: now) { transaction, account in
            try transaction.execute(
                """
                UPDATE staff_account SET totp_secret = \(secret.bytes), totp_step = \(step)
                WHERE id = \(account.id)
                """
            )
            try transaction.record(NewStaffEvent(what: .codesSetUp, actor: .console(account.id)), at: now)
        }
    }

    /// Gives the one-time codes up, where the account need not have them.
    ///
    /// All sessions of the account end, and a new one is opened.
    ///
    /// - Throws: what the database throws.
    package func removeCodes(
        for session: StaffSession,
        at place: SessionPlace,
        now: Timestamp = .now
    ) async throws -> Outcome {
        try await renew(session, at: place, now: now) { transaction, account in
            guard account.codes.rule == .optional else { return }
            try transaction.execute(
                "UPDATE staff_account SET totp_secret = NULL, totp_step = NULL WHERE id = \(account.id)"
            )
            try transaction.record(NewStaffEvent(what: .codesRemoved, actor: .console(account.id)), at: now)
        }
    }

    /// Whether a password is that of an open session's account; a wrong one counts as when signing in.
    ///
    /// - Throws: `PasswordWork.Refused`, and what the database throws.
    package func confirm(_ password: String, for session: StaffSession, now: Timestamp = .now) async throws
        -> Bool
    {
        let isRight = try await isOwn(password, of: session.account)
        return try await database.write { transaction in
            guard let state = try transaction.signInState(of: session.account.id), state.mayTry(at: now)
            else {
                return false
            }
            if !isRight { try transaction.noteFailure(of: state, reason: "password", at: now) }
            return isRight
        }
    }

    private func isOwn(_ password: String, of account: StaffAccount) async throws -> Bool {
        let hash = try await database.read { session in
            try session.query("SELECT password_hash FROM staff_account WHERE id = \(account.id)").first {
                PasswordHash(try $0.decode(at: 0))
            }
        }
        return try await passwords.isRight(password, for: hash ?? .ofNobody)
    }

    /// Changes the account of a session in force, ends all its sessions, and opens the next.
    private func renew(
        _ session: StaffSession,
        at place: SessionPlace,
        now: Timestamp,
        _ change: @escaping @Sendable (borrowing Session, StaffAccount) throws -> Void
    ) async throws -> Outcome {
        try await database.write { [limits] transaction in
            // Whoever still owes a code may change nothing.
            guard session.stage != .code,
                let before = try transaction.signInState(of: session.account.id),
                before.account.disabled == nil, try transaction.isInForce(session, session.stage)
            else { return .refused }
            try change(transaction, before.account)
            guard let state = try transaction.signInState(of: session.account.id) else { return .refused }
            try transaction.endSessions(of: state.account.id, at: now)
            let stage = state.account.stageAfterCode
            if session.stage == .open {
                let token = try transaction.openSession(
                    of: state.account.id,
                    stage: stage,
                    at: place,
                    limits: limits,
                    now: now
                )
                return .passed(token, stage)
            }
            return try transaction.pass(state, to: stage, at: place, limits: limits, now: now)
        }
    }
}
