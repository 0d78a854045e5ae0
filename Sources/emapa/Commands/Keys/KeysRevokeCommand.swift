import Ledger
import PostgreSQL

/// `emapa keys revoke`: ends an API key.
struct KeysRevokeCommand: Command {
    static let description = CommandDescription(
        name: "keys revoke",
        summary: "end an API key",
        details: """
            Running services refuse the key within a second. It stays in the list, and its name is not given again. To
            revoke a key that is revoked already changes nothing and is no failure.
            """,
        options: [.init(name: "name", placeholder: "NAME", explanation: KeyWords.name)],
        settings: CommandDescription.databaseSettings + [.logFormat]
    )

    private let configuration: Configuration
    private let name: KeyName

    init(_ arguments: Arguments) throws {
        name = try KeyWords.name(in: arguments)
        configuration = try Self.configuration(arguments)
    }

    func run(until stop: StopRequest) async throws -> ExitCode {
        let outcome = try await OpenStore.visit(configuration, tables: .migrated) { database in
            try await KeyStore(database).revoke(name)
        }
        switch outcome {
        case .revoked: StandardOutput.write("The key '\(name)' is revoked.\n")
        case .wasRevoked: StandardOutput.write("The key '\(name)' was revoked before.\n")
        case .unknown:
            StandardError.write("emapa: there is no key '\(name)'; 'emapa keys list' names them\n")
            return .failure
        }
        return .success
    }
}
