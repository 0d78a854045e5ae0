package import Cryptography
package import Formats
package import PostgreSQL
package import Reports

/// From a name and a password to an open session, in as many stages as the account needs.
///
/// Each stage that is passed ends its session and opens another: what was known before somebody signed in is
/// worth nothing afterwards. A name that there is not, one that is disabled and one that has to wait are
/// refused as a wrong password is, and after the same work.
package struct SignIn: Sendable {
    /// What a stage came to.
    package enum Outcome: Sendable {
        /// A session, good for what its stage says.
        case passed(SessionToken, SignInStage)
        /// Nothing else is told.
        case refused
    }

    let database: Database
    /// Where passwords are hashed.
    package let passwords: PasswordWork
    let limits: SessionLimits

    /// Signs in to a migrated database.
    package init(_ database: Database, passwords: PasswordWork, limits: SessionLimits = .usual) {
        self.database = database
        self.passwords = passwords
        self.limits = limits
    }

    /// Takes a name and a password.
    ///
    /// - Parameters:
    ///   - login: the name; nil for what was typed and can be none.
    ///   - password: the password.
    ///   - place: where that was.
    ///   - old: the session that the cookie named till now, which ends.
    ///   - now: the moment.
    /// - Returns: a session for the first stage that is still wanted.
    /// - Throws: `PasswordWork.Refused`, and what the database throws.
    package func begin(
        _ login: StaffLogin?,
        password: String,
        at place: SessionPlace,
        endingOld old: SessionToken? = nil,
        now: Timestamp = .now
    ) async throws -> Outcome {
        let known = try await stored(login)
        let isRight = try await passwords.isRight(password, for: known?.hash ?? .ofNobody)
        guard let known else { return .refused }
        return try await database.write { [limits] transaction in
            guard let state = try transaction.signInState(of: known.id), state.mayTry(at: now),
                // Another password may have been set while this one was compared.
                state.hash == known.hash
            else { return .refused }
            guard isRight, state.account.disabled == nil else {
                try transaction.noteFailure(of: state, reason: "password", at: now)
                return .refused
            }
            if let old { _ = try transaction.endSessions("token_hash = \(old.hash.bytes)", at: now) }
            let stage: SignInStage = state.account.codes.areSetUp ? .code : state.account.stageAfterCode
            return try transaction.pass(state, to: stage, at: place, limits: limits, now: now)
        }
    }

    /// Takes a one-time code in the stage `code`.
    ///
    /// - Parameters:
    ///   - code: the code, as it was typed.
    ///   - session: the session of that stage.
    ///   - place: where that was.
    ///   - now: the moment.
    /// - Returns: a session for the next stage.
    /// - Throws: what the database throws.
    package func giveCode(
        _ code: String,
        for session: StaffSession,
        at place: SessionPlace,
        now: Timestamp = .now
    ) async throws -> Outcome {
        let code = code.filter { !$0.isWhitespace }
        return try await database.write { [limits] transaction in
            guard let state = try transaction.signInState(of: session.account.id), state.mayTry(at: now),
                state.account.disabled == nil, let secret = state.secret,
                try transaction.isInForce(session, .code)
            else { return .refused }
            let codes = OneTimeCode(secret: secret)
            guard let step = codes.step(of: code, at: now.seconds, after: state.lastStep) else {
                try transaction.noteFailure(of: state, reason: "code", at: now)
                return .refused
            }
            try transaction.execute(
                "UPDATE staff_account SET totp_step = \(step) WHERE id = \(state.account.id)"
            )
            _ = try transaction.endSessions("id = \(session.id)", at: now)
            return try transaction.pass(
                state,
                to: state.account.stageAfterCode,
                at: place,
                limits: limits,
                now: now
            )
        }
    }

    private func stored(_ login: StaffLogin?) async throws -> (id: Int, hash: PasswordHash)? {
        // What can be no name is looked up as one that nobody has, so that it takes as long.
        let text = login?.text ?? "-"
        return try await database.read { session in
            try session.query("SELECT id, password_hash FROM staff_account WHERE login = \(text)").first {
                (id: try $0.decode(Int.self, at: 0), hash: PasswordHash(try $0.decode(at: 1)))
            }
        }
    }
}

extension StaffAccount {
    /// What is wanted once password and code were right.
    var stageAfterCode: SignInStage {
        if password == .oneTime { return .password }
        return codes.rule == .required && !codes.areSetUp ? .enrolment : .open
    }
}
