package import Cryptography
package import PostgreSQL

/// The keys that all instances of a site sign with, shared through the database.
package struct SiteSecretStore: Sendable {
    private let database: Database

    /// A store on a migrated database.
    package init(_ database: Database) {
        self.database = database
    }

    /// The key of a name; of several instances that ask for a new one at once, one makes it.
    package func key(named name: String) async throws -> SecretKey {
        if let known = try await database.read({ try $0.siteSecret(name) }) { return known }
        let new = SecretKey.random()
        return try await database.write { transaction in
            try transaction.execute(
                "INSERT INTO site_secret (name, key) VALUES (\(name), \(new.bytes)) ON CONFLICT (name) DO NOTHING"
            )
            // A statement of its own, so that it sees what somebody else committed meanwhile.
            guard let kept = try transaction.siteSecret(name) else {
                throw BrokenRow(table: "site_secret", column: "name")
            }
            return kept
        }
    }
}

extension Session {
    fileprivate func siteSecret(_ name: String) throws -> SecretKey? {
        try query("SELECT key FROM site_secret WHERE name = \(name)").first {
            SecretKey(try $0.decode([UInt8].self, at: 0))
        }
    }
}
