import Formats
package import PostgreSQL
package import Territory

/// The city as data in the database: filled once from files, the truth from then on, with all its past.
///
/// Each change makes a new version of the city; what it replaces stays readable under the versions before.
package struct CityStore: Sendable {
    let database: Database

    package init(_ database: Database) {
        self.database = database
    }

    /// The version of the city that is in force; 0 in an empty store.
    package func version() async throws -> Int {
        try await database.read { session in try session.cityVersion() }
    }

    /// The city as it is now, all of one moment; version 0 and no documents in an empty store.
    package func documents() async throws -> CityDocuments {
        try await database.readSnapshot { session in
            try session.cityDocuments(version: try session.cityVersion())
        }
    }

    /// The city as it was in a version; nil if there never was such a version.
    package func documents(version: Int) async throws -> CityDocuments? {
        try await database.readSnapshot { session in
            let isKnown = try session.query(
                "SELECT EXISTS (SELECT FROM city_version WHERE version = \(Int32(clamping: version)))"
            ).one { try $0.decode(Bool.self, at: 0) }
            return isKnown ? try session.cityDocuments(version: version) : nil
        }
    }

    /// The note that was written with a version; nil if there never was such a version.
    package func note(version: Int) async throws -> String? {
        try await database.read { session in
            try session.query("SELECT note FROM city_version WHERE version = \(Int32(clamping: version))")
                .first { try $0.decode(String.self, at: 0) }
        }
    }
}

extension Session {
    func cityVersion() throws -> Int {
        try query("SELECT coalesce(max(version), 0) FROM city_version").one {
            Int(try $0.decode(Int32.self, at: 0))
        }
    }

    func cityDocuments(version: Int) throws -> CityDocuments {
        var documents = CityDocuments(version: version)
        let number = Int32(clamping: version)
        try query(
            """
            SELECT name, CASE WHEN isfinite(valid_from) THEN valid_from END, content FROM city_document
            WHERE version <= \(number) AND (superseded_in IS NULL OR superseded_in > \(number))
            """
        ).forEach { row in
            let (name, day, content) = try row.decode(String.self, CalendarDay?.self, String.self)
            let validFrom = day.map { CivilDate(daysSince1970: Int64($0.daysSince1970)) }
            documents.put(name, .init(validFrom: validFrom, content: Array(content.utf8)))
        }
        return documents
    }
}
