import Cryptography
import Ledger
import PostgreSQL
import Reports

/// `emapa staff reset-password`: gives an account a password for its next sign-in.
struct StaffResetPasswordCommand: Command {
    static let description = CommandDescription(
        name: "staff reset-password",
        summary: "give an account of the console a password for its next sign-in",
        details: """
            Prints the password alone on the last line; it is kept nowhere and cannot be shown again. Ends the account's
            sessions, and its wait after failures. With --without-code its one-time codes go too, as when a telephone is
            lost; an account that needs them sets them up anew.
            """,
        operands: ["NAME"],
        switches: [.init(name: "without-code", explanation: "take its one-time codes away too")],
        settings: CommandDescription.databaseSettings + [.logFormat]
    )

    private let configuration: Configuration
    private let login: StaffLogin
    private let takesCodes: Bool

    init(_ arguments: Arguments) throws {
        login = try StaffWords.login(in: arguments)
        takesCodes = arguments.switches.contains("without-code")
        configuration = try Self.configuration(arguments)
    }

    func run(until stop: StopRequest) async throws -> ExitCode {
        let password = GivenPassword.random()
        let hash = try await PasswordWork().hash(password.text)
        try await OpenStore.visit(configuration, tables: .migrated) { database in
            let account = try await StaffWords.account(login, in: database)
            let store = StaffStore(database)
            try await store.resetPassword(of: account.id, to: hash, by: .command)
            if takesCodes { try await store.resetCodes(of: account.id, by: .command) }
        }
        StaffWords.show(password, of: login)
        return .success
    }
}
