package import Cryptography
import Formats
package import PostgreSQL

/// The API keys in the database: made, listed, revoked, never shown again.
package struct KeyStore: Sendable {
    private let database: Database

    /// A store on a migrated database.
    package init(_ database: Database) {
        self.database = database
    }

    /// Makes a key and returns its text, which is kept nowhere.
    ///
    /// - Precondition: there is a scope, and a unit if and only if the scope `unit` is among them.
    /// - Throws: `KeyNameTaken` if a key has the name or had it.
    package func add(name: KeyName, scopes: Set<KeyScope>, unit: String? = nil) async throws -> KeyText {
        precondition(!scopes.isEmpty && scopes.contains(.unit) == (unit != nil), "a key without a purpose")
        let text = KeyText.random()
        let words = scopes.sorted().map(\.rawValue)
        let isNew = try await database.write { transaction in
            try transaction.execute(
                """
                INSERT INTO api_key (name, hash, scopes, unit)
                VALUES (\(name.text), \(text.hash.bytes), \(words), \(unit))
                ON CONFLICT (name) DO NOTHING
                """
            ) == 1
        }
        guard isNew else { throw KeyNameTaken(name: name) }
        return text
    }

    /// Ends a key; what was done with it stays as it is.
    package func revoke(_ name: KeyName) async throws -> KeyRevocation {
        try await database.write { transaction in
            let changed = try transaction.execute(
                """
                UPDATE api_key SET revoked_at = greatest(now(), created_at)
                WHERE name = \(name.text) AND revoked_at IS NULL
                """
            )
            if changed == 1 { return .revoked }
            let isKnown = try transaction.query(
                "SELECT EXISTS (SELECT FROM api_key WHERE name = \(name.text))"
            ).one { try $0.decode(Bool.self, at: 0) }
            return isKnown ? .wasRevoked : .unknown
        }
    }

    /// Every key that ever was, by name.
    package func list() async throws -> [KeyRecord] {
        try await database.read { session in
            try session.query(
                """
                SELECT id, name, scopes, unit, created_at, revoked_at FROM api_key ORDER BY lower(name), name
                """
            ).map { row in
                KeyRecord(
                    key: try APIKey(row: row, from: 0),
                    created: try row.decode(at: 4),
                    revoked: try row.decode(at: 5)
                )
            }
        }
    }

    /// The keys in force by the hashes of their texts.
    package func all() async throws -> [Digest: APIKey] {
        try await database.read { session in
            var keys: [Digest: APIKey] = [:]
            try session.query(
                "SELECT hash, id, name, scopes, unit FROM api_key WHERE revoked_at IS NULL"
            ).forEach { row in
                guard let hash = Digest(try row.decode([UInt8].self, at: 0)) else {
                    throw BrokenRow(table: "api_key", column: "hash")
                }
                keys[hash] = try APIKey(row: row, from: 1)
            }
            return keys
        }
    }

    /// The key in force whose text has the hash.
    package func key(_ hash: Digest) async throws -> APIKey? {
        try await database.read { session in
            try session.query(
                """
                SELECT id, name, scopes, unit FROM api_key
                WHERE hash = \(hash.bytes) AND revoked_at IS NULL
                """
            ).first { try APIKey(row: $0, from: 0) }
        }
    }
}

extension APIKey {
    /// Reads id, name, scopes and unit from four columns.
    fileprivate init(row: borrowing Row, from column: Int) throws {
        let words = try row.decode([String].self, at: column + 2)
        let scopes = words.compactMap { KeyScope(rawValue: $0) }
        guard scopes.count == words.count else { throw BrokenRow(table: "api_key", column: "scopes") }
        self.init(
            id: Int(try row.decode(Int32.self, at: column)),
            name: try row.decode(at: column + 1),
            scopes: Set(scopes),
            unit: try row.decode(at: column + 3)
        )
    }
}
