import Ledger
import PostgreSQL

/// `emapa keys add`: makes an API key and shows it, this once.
struct KeysAddCommand: Command {
    static let description = CommandDescription(
        name: "keys add",
        summary: "make an API key and print it, this once",
        details: """
            Makes a key for the mobile app, a partner or a unit, and prints it alone on the last line; it is kept nowhere
            and cannot be shown again. A running service takes it at once. Scopes: report (send in reports), import (send
            in what another system has taken, with its dates and states), unit (handle the reports of one unit).
            """,
        options: [
            .init(name: "name", placeholder: "NAME", explanation: KeyWords.name),
            .init(
                name: "scope",
                placeholder: "SCOPE,…",
                explanation: "what it is for: \(KeyWords.scopes)"
            ),
            .init(
                name: "unit",
                placeholder: "CODE",
                explanation: "the unit that a key of scope unit acts for"
            ),
        ],
        settings: CommandDescription.databaseSettings + [.logFormat]
    )

    private let configuration: Configuration
    private let name: KeyName
    private let scopes: Set<KeyScope>
    private let unit: String?

    init(_ arguments: Arguments) throws {
        name = try KeyWords.name(in: arguments)
        scopes = try KeyWords.scopes(in: arguments)
        unit = arguments.options["unit"]
        if scopes.contains(.unit), unit == nil {
            throw ArgumentError("the scope unit needs --unit with the unit's code")
        }
        if !scopes.contains(.unit), unit != nil {
            throw ArgumentError("--unit goes with the scope unit only")
        }
        configuration = try Self.configuration(arguments)
    }

    func run(until stop: StopRequest) async throws -> ExitCode {
        let text = try await OpenStore.visit(configuration, tables: .migrated) { database in
            if let unit { try await UnitChoice.check(unit, in: database, configuration) }
            return try await KeyStore(database).add(name: name, scopes: scopes, unit: unit)
        }
        StandardError.write("The key '\(name)' is in force; its text is shown this once:\n")
        StandardOutput.write("\(text.secret)\n")
        return .success
    }
}
