/// The numbered files of SQL that bring a database to the shape this program needs.
///
/// Each file is one transaction, recorded in `schema_migration` with its SHA-256. A lock of the server makes
/// any number of instances that start at once apply each file once.
package struct Migrations: Sendable {
    /// All files, in order.
    package let files: [Migration]

    /// Reads the folder now, so that what is checked is what is applied.
    package init(folder: String) throws(MigrationError) {
        files = try MigrationFolder.read(folder)
    }

    /// What was applied and what is still to do; throws `MigrationError` when files and database disagree.
    package func plan(in database: Database) async throws -> MigrationPlan {
        try await database.readSnapshot { session in
            let table = try session.query("SELECT to_regclass('schema_migration') IS NOT NULL")
                .one { row in try row.decode(Bool.self, at: 0) }
            return try plan(session, hasTable: table)
        }
    }

    /// Applies what is left to do and returns the names of what this call applied.
    ///
    /// Throws `MigrationError`, or a `DatabaseError` where the database is the trouble.
    package func apply(
        in database: Database,
        observe: @escaping @Sendable (DatabaseEvent) -> Void = { _ in }
    ) async throws -> [String] {
        var applied: [String] = []
        while true {
            let start = ContinuousClock.now
            guard let name = try await database.write({ session in try applyNext(session) }) else {
                return applied
            }
            observe(.migrated(name: name, took: start.duration(to: .now)))
            applied.append(name)
        }
    }

    /// The server's lock that migrations are made under: ASCII `emapa`, so that no other program has it.
    private static let lock: Int64 = 0x65_6D61_7061

    private func applyNext(_ session: borrowing Session) throws -> String? {
        // A big table may take longer to change than any request may.
        try session.run(unsafeScript: "SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0")
        try session.execute("SELECT 1 FROM pg_advisory_xact_lock(\(Self.lock))")
        try session.run(
            unsafeScript: """
                CREATE TABLE IF NOT EXISTS schema_migration (
                    number integer PRIMARY KEY,
                    name text NOT NULL,
                    checksum text NOT NULL,
                    applied_at timestamptz NOT NULL DEFAULT clock_timestamp()
                )
                """
        )
        guard let next = try plan(session, hasTable: true).waiting.first else { return nil }
        try run(next, session)
        try session.execute(
            """
            INSERT INTO schema_migration (number, name, checksum)
            VALUES (\(next.number), \(next.name), encode(sha256(\(next.script)), 'hex'))
            """
        )
        return next.name
    }

    private func run(_ migration: Migration, _ session: borrowing Session) throws {
        guard let script = String(validating: migration.script, as: UTF8.self), !migration.script.contains(0)
        else { throw MigrationError.notText(migration.name) }
        let before = try transaction(session)
        do throws(DatabaseError) {
            try session.run(unsafeScript: script)
        } catch {
            guard case .server(let failure) = error, !failure.isSerializationFailure else { throw error }
            throw MigrationError.refused(migration.name, failure.state, message: failure.message)
        }
        let after = try transaction(session)
        guard before == after else { throw MigrationError.endedItsTransaction(migration.name) }
    }

    private func transaction(_ session: borrowing Session) throws -> UInt64 {
        try session.query("SELECT pg_current_xact_id()").one { row in try row.decode(at: 0) }
    }

    private func plan(_ session: borrowing Session, hasTable: Bool) throws -> MigrationPlan {
        var checksums: [String] = []
        for file in files {
            let checksum: String = try session.query("SELECT encode(sha256(\(file.script)), 'hex')")
                .one { row in try row.decode(at: 0) }
            checksums.append(checksum)
        }
        guard hasTable else { return try MigrationPlan(files: files, checksums: checksums, applied: []) }
        let applied = try session.query("SELECT number, name, checksum FROM schema_migration ORDER BY number")
            .map { row in
                AppliedMigration(
                    number: try row.decode(at: 0),
                    name: try row.decode(at: 1),
                    checksum: try row.decode(at: 2)
                )
            }
        return try MigrationPlan(files: files, checksums: checksums, applied: applied)
    }
}
