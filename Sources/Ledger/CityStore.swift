package import PostgreSQL

/// The city as data in the database: loaded once from files, and the truth from then on.
package struct CityStore: Sendable {
    private let database: Database

    package init(_ database: Database) {
        self.database = database
    }

    /// The documents that are there, by name.
    package func documents() async throws -> [String: String] {
        try await database.read { session in
            var documents: [String: String] = [:]
            try session.query("SELECT name, content FROM city_document").forEach { row in
                let (name, content) = try row.decode(String.self, String.self)
                documents[name] = content
            }
            return documents
        }
    }

    /// Fills an empty store; of several instances that start at once, one does it.
    package func load(_ documents: [String: String]) async throws {
        try await database.write { transaction in
            try transaction.execute("LOCK TABLE city_document IN SHARE ROW EXCLUSIVE MODE")
            let isEmpty = try transaction.query("SELECT NOT EXISTS (SELECT FROM city_document)").one {
                try $0.decode(Bool.self, at: 0)
            }
            guard isEmpty else { return }
            for (name, content) in documents.sorted(by: { $0.key < $1.key }) {
                try transaction.execute(
                    "INSERT INTO city_document (name, content) VALUES (\(name), \(content))"
                )
            }
        }
    }
}
