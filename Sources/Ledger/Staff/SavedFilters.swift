package import PostgreSQL

/// A queue that somebody has saved for themselves: a name and the query of its address.
package struct SavedFilter: Sendable, Equatable {
    package let id: Int
    package let name: String
    /// With its question mark, as the address has it.
    package let query: String
}

/// The filters that each account has saved.
package struct SavedFilters: Sendable {
    /// The most that an account may keep.
    package static let most = 20
    /// The longest name, in characters.
    package static let longestName = 60
    /// The longest query, in bytes.
    package static let longestQuery = 1_000

    private let database: Database

    /// The filters of a migrated database.
    package init(_ database: Database) {
        self.database = database
    }

    /// An account's filters, by name.
    package func list(of account: Int) async throws -> [SavedFilter] {
        try await database.read { session in
            try session.query(
                "SELECT id, name, query FROM staff_filter WHERE account = \(account) ORDER BY name, id"
            ).map { row in
                SavedFilter(
                    id: Int(try row.decode(Int32.self, at: 0)),
                    name: try row.decode(at: 1),
                    query: try row.decode(at: 2)
                )
            }
        }
    }

    /// Saves a filter; one of the same name is replaced.
    ///
    /// - Returns: whether there was room.
    package func save(_ name: String, _ query: String, for account: Int) async throws -> Bool {
        try await database.write { session in
            let saved = try session.execute(
                """
                INSERT INTO staff_filter (account, name, query)
                SELECT \(account), \(name), \(query)
                WHERE (SELECT count(*) FROM staff_filter WHERE account = \(account) AND name <> \(name))
                    < \(Int64(SavedFilters.most))
                ON CONFLICT (account, name) DO UPDATE SET query = excluded.query
                """
            )
            return saved == 1
        }
    }

    /// Forgets one of an account's filters; whether there was one: that of another account stays.
    package func remove(_ id: Int, of account: Int) async throws -> Bool {
        try await database.write { session in
            let count = try session.execute(
                "DELETE FROM staff_filter WHERE id = \(id) AND account = \(account)"
            )
            return count > 0
        }
    }
}
