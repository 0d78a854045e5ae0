package import PostgreSQL
package import Reports

/// The accounts of the staff: made, changed, disabled, never removed.
package struct StaffStore: Sendable {
    let database: Database

    /// A store on a migrated database.
    package init(_ database: Database) {
        self.database = database
    }

    /// Every account that there is, by name.
    package func list() async throws -> [StaffAccount] {
        try await database.read { session in
            try session.query("SELECT \(StaffAccount.columns) FROM staff_account a ORDER BY a.login").map {
                try StaffAccount(row: $0, from: 0)
            }
        }
    }

    /// The account of a number.
    package func account(_ id: Int) async throws -> StaffAccount? {
        try await database.read { session in
            try session.query("SELECT \(StaffAccount.columns) FROM staff_account a WHERE a.id = \(id)").first
            {
                try StaffAccount(row: $0, from: 0)
            }
        }
    }

    /// The account of a name.
    package func account(_ login: StaffLogin) async throws -> StaffAccount? {
        try await database.read { session in
            try session.query(
                "SELECT \(StaffAccount.columns) FROM staff_account a WHERE a.login = \(login.text)"
            ).first { try StaffAccount(row: $0, from: 0) }
        }
    }

    /// Whether nobody has an account yet.
    package func isEmpty() async throws -> Bool {
        try await database.read { session in
            try session.query("SELECT NOT EXISTS (SELECT FROM staff_account)").one {
                try $0.decode(Bool.self, at: 0)
            }
        }
    }
}
