import Ledger
import PostgreSQL
import Reports

/// `emapa staff enable`: lets a disabled account sign in again.
struct StaffEnableCommand: Command {
    static let description = CommandDescription(
        name: "staff enable",
        summary: "let a disabled account of the console sign in again",
        details: "It has the password, the codes and the role that it had.",
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
            try await StaffStore(database).enable(account.id, by: .command)
        }
        StandardOutput.write("The account '\(login)' may sign in.\n")
        return .success
    }
}
