import Cryptography
import Formats
import PostgreSQL

/// What signing in looks at and changes: an account's row, held until the transaction ends.
struct SignInState {
    let account: StaffAccount
    let hash: PasswordHash
    /// The secret of the one-time codes.
    let secret: SecretKey?
    /// The step whose code was taken last.
    let lastStep: Int64?
    let failures: Int

    /// Whether anything is tried at a moment.
    func mayTry(at now: Timestamp) -> Bool {
        account.lockedUntil.map { $0 <= now } ?? true
    }
}

extension Session {
    /// Holds an account's row; nil if there is none.
    func signInState(of id: Int) throws -> SignInState? {
        try query(
            """
            SELECT a.password_hash, a.totp_secret, a.totp_step, a.failures, \(StaffAccount.columns)
            FROM staff_account a WHERE a.id = \(id) FOR UPDATE
            """
        ).first { row in
            SignInState(
                account: try StaffAccount(row: row, from: 4),
                hash: PasswordHash(try row.decode(at: 0)),
                secret: try row.decode([UInt8]?.self, at: 1).map { SecretKey($0) },
                lastStep: try row.decode(at: 2),
                failures: try row.decode(at: 3)
            )
        }
    }

    /// Whether a session is still in the stage that it was found in.
    func isInForce(_ session: StaffSession, _ stage: SignInStage) throws -> Bool {
        try query(
            """
            SELECT EXISTS (SELECT FROM staff_session
                WHERE id = \(session.id) AND stage = \(stage) AND ended_at IS NULL)
            """
        ).one { try $0.decode(Bool.self, at: 0) }
    }

    /// Counts a wrong password or code, and makes the account wait if it was one too many.
    func noteFailure(of state: SignInState, reason: String, at now: Timestamp) throws {
        let failures = min(state.failures, 1_000_000) + 1
        let wait = LockOut.seconds(afterFailures: failures)
        let until = wait > 0 ? now.advanced(bySeconds: wait) : nil
        try execute(
            """
            UPDATE staff_account SET failures = \(failures), locked_until = \(until)
            WHERE id = \(state.account.id)
            """
        )
        var event = NewStaffEvent(
            what: wait > 0 ? .lockedOut : .refused,
            actor: .console(state.account.id)
        )
        event.details = [("reason", reason)] + (wait > 0 ? [("seconds", String(wait))] : [])
        try record(event, at: now)
    }

    /// Opens the session of the next stage; the last one forgets what went wrong before.
    func pass(
        _ state: SignInState,
        to stage: SignInStage,
        at place: SessionPlace,
        limits: SessionLimits,
        now: Timestamp
    ) throws -> SignIn.Outcome {
        let account = state.account.id
        if stage == .open {
            try execute("UPDATE staff_account SET failures = 0, locked_until = NULL WHERE id = \(account)")
            try record(NewStaffEvent(what: .signedIn, actor: .console(account)), at: now)
        }
        let token = try openSession(of: account, stage: stage, at: place, limits: limits, now: now)
        return .passed(token, stage)
    }
}
