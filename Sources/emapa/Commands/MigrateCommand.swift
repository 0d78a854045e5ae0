import PostgreSQL

/// `emapa migrate`: brings the database's tables up to this version, and does nothing else.
struct MigrateCommand: Command {
    static let description = CommandDescription(
        name: "migrate",
        summary: "bring the database's tables up to this version",
        details: """
            Runs the numbered files of sql/ that the database has not seen, each in a transaction. Several may run at
            once: one works, the others wait. 'emapa serve' does the same by itself.
            """,
        settings: CommandDescription.databaseSettings + [.logFormat]
    )

    private let configuration: Configuration

    init(_ arguments: Arguments) throws {
        configuration = try Self.configuration(arguments)
    }

    func run(until stop: StopRequest) async throws -> ExitCode {
        let observer = Observer(configuration.logFormat)
        let store = try OpenStore(configuration.store, as: .visiting, observer: observer)
        do {
            try await Schema.migrate(store.connection, home: configuration.home, observer: observer)
        } catch {
            try store.close()
            throw error
        }
        try store.close()
        return .success
    }
}
