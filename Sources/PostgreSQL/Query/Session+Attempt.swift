extension Session {
    /// Runs the closure once, in the transaction its kind asks for, and ends that transaction.
    func attempt<Value>(
        _ kind: JobKind,
        _ body: (borrowing Session) throws -> Value
    ) -> Attempt<Value> {
        journal.failure = nil
        guard !journal.isCancelled else { return .failed(DatabaseError.cancelled) }
        do throws(DatabaseError) {
            if let beginning = kind.beginning { _ = try connection.command(beginning) }
        } catch {
            return abandoned(noted(error), begun: false)
        }
        do {
            let value = try body(self)
            return finished(value, kind)
        } catch {
            return outcome(of: kind, after: error)
        }
    }

    /// A statement that commits by itself may have done so before its connection broke.
    private func outcome<Value>(of kind: JobKind, after error: any Error) -> Attempt<Value> {
        if case .statement = kind, !connection.isStanding {
            return .failed(DatabaseError.commitOutcomeUnknown)
        }
        return abandoned(error, begun: !kind.isRead)
    }

    private func finished<Value>(_ value: Value, _ kind: JobKind) -> Attempt<Value> {
        guard connection.isStanding else { return outcome(of: kind, after: DatabaseError.connectionLost) }
        if kind.beginning == nil {
            return connection.transaction == .none
                ? .done(value) : abandoned(DatabaseError.misuse(.transactionEndedInside), begun: true)
        }
        switch connection.transaction {
        case .open:
            break
        case .failed:
            // The closure went on after a refusal; a commit would quietly roll back.
            let refusal = journal.failure.map { DatabaseError.server($0) }
            return abandoned(refusal ?? .misuse(.transactionEndedInside), begun: true)
        default:
            return abandoned(DatabaseError.misuse(.transactionEndedInside), begun: true)
        }
        guard journal.mayCommit() else { return abandoned(DatabaseError.cancelled, begun: true) }
        return committed(value, kind)
    }

    private func committed<Value>(_ value: Value, _ kind: JobKind) -> Attempt<Value> {
        do throws(DatabaseError) {
            let done = try connection.command("COMMIT")
            return done == "COMMIT" ? .done(value) : .failed(DatabaseError.misuse(.transactionEndedInside))
        } catch {
            if kind.isRead { return abandoned(noted(error), begun: false) }
            guard case .connectionLost = error else { return abandoned(noted(error), begun: true) }
            return .failed(DatabaseError.commitOutcomeUnknown)
        }
    }

    /// Rolls back what is open and says whether another run makes sense.
    ///
    /// What the server refused decides, not what the closure threw: it may have translated the refusal.
    private func abandoned<Value>(_ error: any Error, begun: Bool) -> Attempt<Value> {
        guard connection.isStanding else {
            if journal.isCancelled { return .failed(DatabaseError.cancelled) }
            return begun ? .failed(broken(error)) : .notBegun
        }
        if connection.transaction != .none {
            // A rollback that fails leaves the connection unusable, and the worker closes it.
            _ = try? connection.command("ROLLBACK")
        }
        if journal.isCancelled { return .failed(error) }
        if let failure = journal.failure, failure.isSerializationFailure || failure.isStaleStatement {
            return .repeatable(failure)
        }
        return .failed(error)
    }

    /// An error of the closure's own is kept; only libpq's account of a broken connection is made plain.
    private func broken(_ error: any Error) -> any Error {
        guard let error = error as? DatabaseError, case .server = error else { return error }
        return DatabaseError.connectionLost
    }
}
