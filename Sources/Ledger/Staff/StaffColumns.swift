import Formats
import PostgreSQL
import Reports

extension StaffRole: ColumnValue {}
extension StaffOrigin: ColumnValue {}
extension SignInStage: ColumnValue {}
extension Language: ColumnValue {}

extension StaffAccount {
    /// What `init(row:from:)` reads, of a table or alias `a`.
    static let columns: SQL = """
        a.id, a.login, a.name, a.role, a.unit, a.language, a.totp_secret IS NOT NULL, a.totp_required,
        a.must_change_password, a.locked_until, a.created_at, a.disabled_at
        """
    static let columnCount = 12

    init(row: borrowing Row, from column: Int) throws {
        guard let login = StaffLogin(try row.decode(String.self, at: column + 1)) else {
            throw BrokenRow(table: "staff_account", column: "login")
        }
        guard let staff = Staff(try row.decode(at: column + 3), unit: try row.decode(at: column + 4)) else {
            throw BrokenRow(table: "staff_account", column: "unit")
        }
        id = try row.decode(at: column)
        self.login = login
        name = try row.decode(at: column + 2)
        self.staff = staff
        language = try row.decode(at: column + 5)
        codes = CodeStanding(
            rule: try row.decode(Bool.self, at: column + 7) ? .required : .optional,
            areSetUp: try row.decode(at: column + 6)
        )
        password = try row.decode(Bool.self, at: column + 8) ? .oneTime : .lasting
        lockedUntil = try row.decode(at: column + 9)
        created = try row.decode(at: column + 10)
        disabled = try row.decode(at: column + 11)
    }
}

extension Session {
    /// An account whose row is held until the transaction ends; nil if there is none.
    func lockedAccount(_ id: Int) throws -> StaffAccount? {
        try query("SELECT \(StaffAccount.columns) FROM staff_account a WHERE id = \(id) FOR UPDATE").first {
            try StaffAccount(row: $0, from: 0)
        }
    }
}
