import Formats
import Ledger
import PostgreSQL
import Reports

/// What the commands about accounts of the staff read from their command lines.
enum StaffWords {
    static let roles = StaffRole.allCases.map(\.rawValue).joined(separator: ", ")

    /// The account's name, the one operand.
    static func login(in arguments: Arguments) throws(ArgumentError) -> StaffLogin {
        guard let text = arguments.operands.first else {
            throw ArgumentError("name the account: 'emapa staff … NAME'")
        }
        guard let login = StaffLogin(text) else {
            throw ArgumentError(
                "an account's name has 2 to 64 small letters, digits, '.', '_' and '-', a letter first"
            )
        }
        return login
    }

    /// The role with its unit.
    static func staff(in arguments: Arguments) throws(ArgumentError) -> Staff {
        guard let word = arguments.options["role"], let role = StaffRole(rawValue: word) else {
            throw ArgumentError("--role needs one of \(roles)")
        }
        let unit = arguments.options["unit"]
        guard let staff = Staff(role, unit: unit) else {
            throw ArgumentError(
                role.hasUnit
                    ? "a \(word) needs --unit with the unit's code" : "--unit goes with a dispatcher only"
            )
        }
        return staff
    }

    static func language(in arguments: Arguments) throws(ArgumentError) -> Language {
        guard let word = arguments.options["language"] else { return .pl }
        guard let language = Language(rawValue: word) else {
            throw ArgumentError("--language needs pl or en")
        }
        return language
    }

    /// The account that the database has of a name.
    ///
    /// - Throws: what is wrong with the name.
    static func account(_ login: StaffLogin, in database: Database) async throws -> StaffAccount {
        guard let account = try await StaffStore(database).account(login) else {
            throw ArgumentError("there is no account '\(login)'; 'emapa staff list' names them")
        }
        return account
    }

    /// Shows a password, alone on the last line.
    static func show(_ password: GivenPassword, of login: StaffLogin) {
        StandardError.write("'\(login)' signs in with this password, once; it is shown only now:\n")
        StandardOutput.write("\(password.text)\n")
    }
}
