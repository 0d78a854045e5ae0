import Cryptography
package import Formats
package import PostgreSQL

/// Who is signed in: sessions are found by what their cookie holds, and end by time or by somebody.
package struct StaffSessions: Sendable {
    /// How many an account may have at once; with one more, the one that was begun first ends.
    package static let mostOpen = 20
    /// For how many seconds the time of the last request stands before it is written again.
    private static let touchEvery: Int64 = 60
    private static let daysKept: Int64 = 30

    private let database: Database
    /// How long they last.
    package let limits: SessionLimits

    /// The sessions of a migrated database.
    package init(_ database: Database, limits: SessionLimits = .usual) {
        self.database = database
        self.limits = limits
    }

    /// The session in force whose cookie holds a token; that it was used is written at most once a minute.
    package func find(_ token: SessionToken, at now: Timestamp = .now) async throws -> StaffSession? {
        let oldest = now.advanced(bySeconds: -limits.idle)
        let found = try await database.read { session in
            try session.query(
                """
                SELECT s.id, s.stage, s.seen_at, \(StaffAccount.columns)
                FROM staff_session s JOIN staff_account a ON a.id = s.account
                WHERE s.token_hash = \(token.hash.bytes) AND s.ended_at IS NULL AND s.ends_at > \(now)
                    AND s.seen_at > \(oldest) AND a.disabled_at IS NULL
                """
            ).first { row in
                let session = StaffSession(
                    id: try row.decode(at: 0),
                    stage: try row.decode(at: 1),
                    account: try StaffAccount(row: row, from: 3),
                    token: token
                )
                return (session, seen: try row.decode(Timestamp.self, at: 2))
            }
        }
        guard let (session, seen) = found else { return nil }
        if now >= seen.advanced(bySeconds: StaffSessions.touchEvery) {
            try await database.writeAtOnce { writer in
                try writer.execute(
                    "UPDATE staff_session SET seen_at = \(now) WHERE id = \(session.id) AND seen_at < \(now)"
                )
            }
        }
        return session
    }

    /// Those among some open sessions that are still in force; that somebody asks is no use of them.
    package func inForce(among ids: Set<Int>, at now: Timestamp = .now) async throws -> Set<Int> {
        let oldest = now.advanced(bySeconds: -limits.idle)
        let numbers = ids.map { Int32(clamping: $0) }
        return try await database.read { session in
            Set(
                try session.query(
                    """
                    SELECT s.id FROM staff_session s JOIN staff_account a ON a.id = s.account
                    WHERE s.id = ANY(\(numbers)) AND s.stage = 'open' AND s.ended_at IS NULL AND s.ends_at > \(now)
                        AND s.seen_at > \(oldest) AND a.disabled_at IS NULL
                    """
                ).map { try $0.decode(Int.self, at: 0) }
            )
        }
    }

    /// The open sessions of an account, the one that was used last first.
    package func list(of account: Int, at now: Timestamp = .now) async throws -> [StaffSessionRecord] {
        let oldest = now.advanced(bySeconds: -limits.idle)
        return try await database.read { session in
            try session.query(
                """
                SELECT id, network, agent, created_at, seen_at FROM staff_session
                WHERE account = \(account) AND ended_at IS NULL AND stage = 'open' AND ends_at > \(now)
                    AND seen_at > \(oldest)
                ORDER BY seen_at DESC, id DESC
                """
            ).map { row in
                StaffSessionRecord(
                    id: try row.decode(at: 0),
                    place: SessionPlace(network: try row.decode(at: 1), agent: try row.decode(at: 2)),
                    created: try row.decode(at: 3),
                    seen: try row.decode(at: 4)
                )
            }
        }
    }

    /// Ends the session that somebody signs out of.
    package func signOut(_ session: StaffSession, at now: Timestamp = .now) async throws {
        try await database.write { transaction in
            let count = try transaction.endSessions("id = \(session.id)", at: now)
            guard count > 0, session.stage == .open else { return }
            let actor = StaffActor.console(session.account.id)
            try transaction.record(NewStaffEvent(what: .signedOut, actor: actor), at: now)
        }
    }

    /// Ends one session of an account, for its owner; whether there was one.
    package func end(_ id: Int, of account: Int, at now: Timestamp = .now) async throws -> Bool {
        try await database.write { transaction in
            let count = try transaction.endSessions("id = \(id) AND account = \(account)", at: now)
            guard count > 0 else { return false }
            try transaction.record(NewStaffEvent(what: .sessionEnded, actor: .console(account)), at: now)
            return true
        }
    }

    /// Ends all sessions of an account, but perhaps for one; returns how many.
    ///
    /// - Parameters:
    ///   - account: whose they are.
    ///   - kept: the session that goes on, if any.
    ///   - actor: who wants it.
    ///   - now: the moment.
    /// - Returns: how many there were.
    /// - Throws: what the database throws.
    @discardableResult
    package func endAll(
        of account: Int,
        but kept: Int? = nil,
        by actor: StaffActor,
        at now: Timestamp = .now
    ) async throws -> Int {
        try await database.write { transaction in
            let count = try transaction.endSessions(of: account, but: kept, at: now)
            let subject = actor.account == account ? nil : account
            try transaction.record(
                NewStaffEvent(what: .sessionsEnded, actor: actor, subject: subject),
                at: now
            )
            return count
        }
    }

    /// Forgets sessions that were over long ago; returns how many.
    package func forget(at now: Timestamp = .now) async throws -> Int {
        let oldest = now.advanced(bySeconds: -StaffSessions.daysKept * 86_400)
        return try await database.write { transaction in
            try transaction.execute("DELETE FROM staff_session WHERE ends_at < \(oldest)")
        }
    }
}

extension Session {
    /// Ends those that meet a condition and have not ended; returns how many.
    func endSessions(_ condition: SQL, at now: Timestamp) throws -> Int {
        try execute("UPDATE staff_session SET ended_at = \(now) WHERE ended_at IS NULL AND \(condition)")
    }

    /// Ends those of an account, but perhaps for one; returns how many.
    @discardableResult
    func endSessions(of account: Int, but kept: Int? = nil, at now: Timestamp) throws -> Int {
        try endSessions("account = \(account) AND id IS DISTINCT FROM \(kept)", at: now)
    }

    /// Writes a new session, and ends the oldest where there are too many.
    func openSession(
        of account: Int,
        stage: SignInStage,
        at place: SessionPlace,
        limits: SessionLimits,
        now: Timestamp
    ) throws -> SessionToken {
        let token = SessionToken.random()
        let ends = now.advanced(bySeconds: stage == .open ? limits.total : SessionLimits.signingIn)
        try execute(
            """
            INSERT INTO staff_session
                (token_hash, account, stage, network, agent, created_at, seen_at, ends_at)
            VALUES (\(token.hash.bytes), \(account), \(stage), \(place.network), \(place.agent),
                \(now), \(now), \(ends))
            """
        )
        _ = try endSessions(
            """
            account = \(account) AND id NOT IN (
                SELECT id FROM staff_session WHERE account = \(account) AND ended_at IS NULL
                ORDER BY id DESC LIMIT \(Int64(StaffSessions.mostOpen)))
            """,
            at: now
        )
        return token
    }
}
