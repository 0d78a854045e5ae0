import PostgreSQL

extension OpenStore {
    /// What a visiting command does with tables that are older than it.
    enum Tables {
        /// Brings them up to this version.
        case migrated
        /// Leaves them alone.
        case asFound
    }

    /// Opens the database for a command, and closes it whatever happens.
    static func visit<Value>(
        _ configuration: Configuration,
        tables: Tables,
        _ body: (Database) async throws -> Value
    ) async throws -> Value {
        let observer = Observer(configuration.logFormat)
        let store = try OpenStore(configuration.store, as: .visiting, observer: observer)
        let outcome: Result<Value, any Error>
        do {
            if tables == .migrated {
                try await Schema.migrate(store.connection, home: configuration.home, observer: observer)
            }
            let database = Database(.serial(store.connection)) { observer.note(.database($0)) }
            do {
                outcome = .success(try await body(database))
            } catch {
                outcome = .failure(error)
            }
            await database.shutdown()
        } catch {
            outcome = .failure(error)
        }
        try store.close()
        return try outcome.get()
    }
}
