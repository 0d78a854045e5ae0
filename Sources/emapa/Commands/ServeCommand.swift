import PostgreSQL

/// `emapa serve`: the service.
struct ServeCommand: Command {
    static let description = CommandDescription(
        name: "serve",
        summary: "run the service until SIGTERM or Ctrl-C",
        details: """
            Without --database it makes and runs a PostgreSQL cluster of its own in the data folder. The tables are
            brought up to this version, an empty database gets the city's data, and the address is printed last.
            """,
        settings: Setting.allCases
    )

    static let stopsByItself = true

    private let configuration: Configuration
    private let warnings: [String]

    init(_ arguments: Arguments) throws {
        let settings = Self.settings(arguments)
        configuration = try Configuration(settings, findHome: HomeFolder.find)
        warnings = settings.warnings
    }

    func run(until stop: StopRequest) async throws -> ExitCode {
        let observer = Observer(configuration.logFormat)
        for warning in warnings { observer.note(.configurationWarning(warning)) }
        let store = try OpenStore(configuration.store, as: .serving, observer: observer)
        let outcome: Result<Void, any Error>
        do {
            outcome = .success(
                try await Service(configuration, store: store, observer: observer).run(until: stop)
            )
        } catch {
            outcome = .failure(error)
        }
        try store.close()
        try outcome.get()
        return .success
    }
}
