/// A connection as a job sees it, lent to the job's closure, which it cannot leave.
///
/// Statements are run on the worker's thread, in the order they are written.
package struct Session: ~Copyable {
    let connection: Connection
    let journal: SessionJournal

    init(_ configuration: DatabaseConfiguration, access: Access) throws(ConnectFailure) {
        connection = try Connection.open(configuration, access: access)
        journal = SessionJournal(cacheCapacity: configuration.statementCacheCapacity)
    }

    /// Runs a statement and returns its rows.
    package func query(_ sql: SQL) throws(DatabaseError) -> Rows {
        try admit(sql)
        do throws(DatabaseError) {
            return try connection.execute(try prepared(sql.key), with: sql)
        } catch {
            throw noted(error)
        }
    }

    /// Runs a statement and returns how many rows it changed.
    @discardableResult
    package func execute(_ sql: SQL) throws(DatabaseError) -> Int {
        try query(sql).affected
    }

    /// Runs statements separated by semicolons, without values and without answers.
    package func run(unsafeScript script: String) throws(DatabaseError) {
        try admit()
        do throws(DatabaseError) {
            try connection.run(script: script)
        } catch {
            throw noted(error)
        }
    }

    /// Whether the connection can serve another job.
    var isReusable: Bool {
        connection.isStanding && connection.transaction == .none
    }

    /// Waits out an interruption that may still be on its way, so that it cannot hit the next job.
    ///
    /// The server has been told by now, so it notices at the next round trip at the latest, and what that
    /// round trip says does not matter.
    func settle() {
        _ = try? connection.run(script: "")
    }

    /// Forgets every prepared statement, here and on the server.
    func forgetStatements() throws(DatabaseError) {
        journal.statements.removeAll()
        journal.evicted.removeAll()
        try connection.run(script: "DEALLOCATE ALL")
    }

    /// Lets no statement through that is cancelled already, or that libpq could not carry.
    func admit(_ sql: SQL? = nil) throws(DatabaseError) {
        if journal.isCancelled { throw .cancelled }
        guard let sql else { return }
        guard sql.bindCount <= 65_535 else { throw .misuse(.tooManyBinds) }
        guard sql.bytes.count < 1 << 30 else { throw .misuse(.valueTooLarge) }
    }

    /// Remembers what the server refused, and tells an interruption by the task from one by the clock.
    func noted(_ error: DatabaseError) -> DatabaseError {
        guard case .server(let failure) = error else { return error }
        journal.failure = failure
        guard failure.state == .queryCanceled else { return error }
        return journal.isCancelled ? .cancelled : .timedOut
    }

    private func prepared(_ key: StatementCache.Key) throws(DatabaseError) -> String {
        if let name = journal.statements.name(of: key) { return name }
        let name = journal.statements.newName()
        try connection.prepare(name, text: key.text, types: key.types)
        if let old = journal.statements.insert(key, name: name) { journal.evicted.append(old) }
        while let old = journal.evicted.last {
            try connection.deallocate(old)
            journal.evicted.removeLast()
        }
        return name
    }
}
