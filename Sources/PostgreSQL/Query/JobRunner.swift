import Threads

/// Runs a job's closure until it is done, fails for good, or has been tried often enough.
struct JobRunner: Sendable {
    let configuration: DatabaseConfiguration
    let pool: PoolName
    let kind: JobKind
    let observe: @Sendable (DatabaseEvent) -> Void

    func run<Value: Sendable>(
        on session: borrowing Session,
        _ body: (borrowing Session) throws -> Value,
        deliver: @escaping @Sendable (Result<Value, any Error>) -> Void
    ) -> Verdict {
        var backoff = Backoff(
            first: .milliseconds(2),
            cap: .milliseconds(50),
            seed: configuration.seed &+ (session.journal.ticket?.id ?? 0)
        )
        var attempt = 1
        while true {
            switch session.attempt(kind, body) {
            case .done(let value):
                return .delivered { deliver(.success(value)) }
            case .failed(let error):
                if case .server(let failure)? = error as? DatabaseError { observe(.failed(pool, failure)) }
                return .delivered { deliver(.failure(error)) }
            case .notBegun:
                return .notBegun
            case .repeatable(let failure):
                guard attempt < configuration.transactionAttempts, refreshed(session, after: failure) else {
                    observe(.failed(pool, failure))
                    return .delivered { deliver(.failure(DatabaseError.server(failure))) }
                }
                attempt += 1
                observe(.repeated(pool, failure.state, attempt: attempt))
                if failure.isSerializationFailure { WorkerThread.pause(backoff.wait()) }
            }
        }
    }

    /// Makes the session fit for another attempt; false when its connection is not.
    private func refreshed(_ session: borrowing Session, after failure: ServerFailure) -> Bool {
        guard failure.isStaleStatement else { return session.isReusable }
        do throws(DatabaseError) {
            try session.forgetStatements()
            return true
        } catch {
            return false
        }
    }
}
