import Ledger
import PostgreSQL
import Reports

/// `emapa staff disable`: lets an account sign in no more.
struct StaffDisableCommand: Command {
    static let description = CommandDescription(
        name: "staff disable",
        summary: "let an account of the console sign in no more",
        details: """
            Ends its sessions at once. The account stays in the list, since what was done with it keeps its name. The last
            administrator cannot be disabled.
            """,
        operands: ["NAME"],
        settings: CommandDescription.databaseSettings + [.logFormat]
    )

    private let configuration: Configuration
    private let login: StaffLogin

    init(_ arguments: Arguments) throws {
        login = try StaffWords.login(in: arguments)
        configuration = try Self.configuration(arguments)
    }

    func run(until stop: StopRequest) async throws -> ExitCode {
        try await OpenStore.visit(configuration, tables: .migrated) { database in
            let account = try await StaffWords.account(login, in: database)
            try await StaffStore(database).disable(account.id, by: .command)
        }
        StandardOutput.write("The account '\(login)' is disabled.\n")
        return .success
    }
}
