import Formats
import Ledger
import PostgreSQL

/// `emapa keys list`: says which API keys there are and were, never what they are.
struct KeysListCommand: Command {
    static let description = CommandDescription(
        name: "keys list",
        summary: "list the API keys, without their texts",
        details: """
            Prints name, scopes, unit, and when each key was made and revoked (UTC), a line a key, columns by tabs under a
            line of their names; '-' stands for nothing.
            """,
        settings: CommandDescription.databaseSettings + [.logFormat]
    )

    private let configuration: Configuration

    init(_ arguments: Arguments) throws {
        configuration = try Self.configuration(arguments)
    }

    func run(until stop: StopRequest) async throws -> ExitCode {
        let keys = try await OpenStore.visit(configuration, tables: .migrated) { database in
            try await KeyStore(database).list()
        }
        StandardOutput.write(KeysListCommand.page(of: keys))
        return .success
    }

    /// The lines that are printed.
    static func page(of keys: [KeyRecord]) -> String {
        var rows = [["NAME", "SCOPES", "UNIT", "CREATED", "REVOKED"]]
        for record in keys {
            rows.append([
                record.key.name,
                record.key.scopes.sorted().map(\.rawValue).joined(separator: ","),
                record.key.unit ?? "-",
                "\(record.created)",
                record.revoked.map { "\($0)" } ?? "-",
            ])
        }
        return rows.map { $0.joined(separator: "\t") + "\n" }.joined()
    }
}
