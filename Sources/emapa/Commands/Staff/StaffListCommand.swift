import Formats
import Ledger
import PostgreSQL
import Reports

/// `emapa staff list`: says which accounts there are.
struct StaffListCommand: Command {
    static let description = CommandDescription(
        name: "staff list",
        summary: "list the accounts of the console",
        details: """
            Prints account, role, unit, language, codes (on, due, off), password (chosen, given), and when it was made and
            disabled (UTC), a line each, columns by tabs under a line of their names; '-' stands for nothing.
            """,
        settings: CommandDescription.databaseSettings + [.logFormat]
    )

    private let configuration: Configuration

    init(_ arguments: Arguments) throws {
        configuration = try Self.configuration(arguments)
    }

    func run(until stop: StopRequest) async throws -> ExitCode {
        let accounts = try await OpenStore.visit(configuration, tables: .migrated) { database in
            try await StaffStore(database).list()
        }
        StandardOutput.write(StaffListCommand.page(of: accounts))
        return .success
    }

    /// The lines that are printed.
    static func page(of accounts: [StaffAccount]) -> String {
        var rows = [["ACCOUNT", "ROLE", "UNIT", "LANGUAGE", "CODES", "PASSWORD", "CREATED", "DISABLED"]]
        for account in accounts {
            rows.append([
                account.login.text,
                account.staff.role.rawValue,
                account.staff.unit ?? "-",
                account.language.rawValue,
                account.codes.areSetUp ? "on" : account.codes.rule == .required ? "due" : "off",
                account.password == .lasting ? "chosen" : "given",
                "\(account.created)",
                account.disabled.map { "\($0)" } ?? "-",
            ])
        }
        return rows.map { $0.joined(separator: "\t") + "\n" }.joined()
    }
}
