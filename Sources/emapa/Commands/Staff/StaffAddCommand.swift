import Cryptography
import Formats
import Ledger
import PostgreSQL
import Reports

/// `emapa staff add`: makes an account of the console.
struct StaffAddCommand: Command {
    static let description = CommandDescription(
        name: "staff add",
        summary: "make an account of the console",
        details: """
            Makes an account and prints a password that is good for the first sign-in, alone on the last line; it is kept
            nowhere and cannot be shown again. With --password-file the account has that password, for good. Roles:
            consultant (takes calls), dispatcher (handles one unit's reports), coordinator (all units'), editor
            (templates and rules), administrator (accounts).
            """,
        operands: ["NAME"],
        options: [
            .init(name: "role", placeholder: "ROLE", explanation: "what it is for: \(StaffWords.roles)"),
            .init(name: "unit", placeholder: "CODE", explanation: "the unit that a dispatcher works for"),
            .init(name: "name", placeholder: "TEXT", explanation: "what colleagues call whoever has it"),
            .init(name: "language", placeholder: "pl|en", explanation: "the language of its pages [pl]"),
            .init(
                name: "password-file",
                placeholder: "FILE",
                explanation: "a file whose first line is its password; - for the standard input"
            ),
        ],
        switches: [
            .init(
                name: "without-code",
                explanation: "let it sign in by a password alone, without one-time codes"
            )
        ],
        settings: CommandDescription.databaseSettings + [.logFormat]
    )

    private let configuration: Configuration
    private let new: NewStaffAccount
    private let passwordFile: String?

    init(_ arguments: Arguments) throws {
        let login = try StaffWords.login(in: arguments)
        guard
            let new = NewStaffAccount(
                login: login,
                name: arguments.options["name"] ?? login.text,
                staff: try StaffWords.staff(in: arguments),
                language: try StaffWords.language(in: arguments),
                codes: arguments.switches.contains("without-code") ? .optional : .required
            )
        else { throw ArgumentError("--name needs 1 to \(NewStaffAccount.longestName) characters") }
        self.new = new
        passwordFile = arguments.options["password-file"]
        configuration = try Self.configuration(arguments)
    }

    func run(until stop: StopRequest) async throws -> ExitCode {
        let chosen = try passwordFile.map { try PasswordFile.password(in: $0, for: new.login) }
        let given = GivenPassword.random()
        let hash = try await PasswordWork().hash(chosen ?? given.text)
        try await OpenStore.visit(configuration, tables: .migrated) { database in
            if let unit = new.staff.unit { try await UnitChoice.check(unit, in: database, configuration) }
            _ = try await StaffStore(database).add(
                new,
                password: hash,
                chosen == nil ? .oneTime : .lasting,
                by: .command
            )
        }
        if chosen == nil {
            StaffWords.show(given, of: new.login)
        } else {
            StandardError.write("The account '\(new.login)' is made.\n")
        }
        return .success
    }
}
