import PostgreSQL

/// The tables that this version needs, and whether a database has them.
enum Schema {
    /// How long a database that is still starting is waited for.
    private static let patience = Duration.seconds(60)
    private static let pause = Duration.milliseconds(500)

    /// Brings the tables up to this version, once the database answers.
    static func migrate(_ connection: ConnectionString, home: String, observer: Observer) async throws {
        let migrations = try Migrations(folder: "\(home)/sql")
        let database = Database(.serial(connection)) { observer.note(.database($0)) }
        do {
            try await wait(for: database)
            _ = try await migrations.apply(in: database) { observer.note(.database($0)) }
        } catch {
            await database.shutdown()
            throw error
        }
        await database.shutdown()
    }

    /// What keeps the database from answering; nil when it answers.
    static func trouble(reaching database: Database) async -> String? {
        do {
            try await database.ping()
            return nil
        } catch {
            return "\(error)"
        }
    }

    /// What is wrong with the tables; nil when they are those of this version.
    static func trouble(in database: Database, home: String) async -> String? {
        do {
            let pending = try await Migrations(folder: "\(home)/sql").plan(in: database).pending
            return pending.isEmpty ? nil : "not applied: \(pending.joined(separator: ", "))"
        } catch {
            return "\(error)"
        }
    }

    /// A database may come up after the service, as when a whole machine starts.
    private static func wait(for database: Database) async throws {
        let deadline = ContinuousClock.now + patience
        while true {
            do {
                return try await database.ping()
            } catch DatabaseError.unavailable where ContinuousClock.now < deadline {
                try await Task.sleep(for: pause)
            }
        }
    }
}

extension DatabaseConfiguration {
    /// For the service: both pools as configured.
    static func serving(_ connection: ConnectionString, _ configuration: Configuration)
        -> DatabaseConfiguration
    {
        var database = DatabaseConfiguration(connection)
        database.reads = PoolSettings(workers: configuration.readWorkers)
        database.writes = PoolSettings(workers: configuration.writeWorkers)
        return database
    }

    /// For a command that does one thing after the other.
    static func serial(_ connection: ConnectionString) -> DatabaseConfiguration {
        var database = DatabaseConfiguration(connection)
        database.reads = PoolSettings(workers: 1)
        database.writes = PoolSettings(workers: 1)
        return database
    }
}
