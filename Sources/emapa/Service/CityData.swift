import Formats
import Ledger
import PostgreSQL
import Territory
import Threads

/// The city that an instance serves: read from the database, which files fill with what it lacks.
struct CityData: Sendable {
    /// The documents as the database keeps them.
    let documents: CityDocuments
    let city: City

    /// Loads what the database lacks from `folder`, then reads the city; a whole city needs no folder.
    static func open(_ database: Database, folder: String) async throws -> CityData {
        let store = CityStore(database)
        let found = try await store.documents()
        let files: CityDocuments
        if CityFolder.files.contains(where: { found[$0.0].isEmpty }) {
            files = try CityFolder.documents(in: folder)
        } else {
            // A database of an older version may lack what came later.
            files = try CityFolder.optionalDocuments(in: folder)
            guard files.names.contains(where: { found[$0].isEmpty }) else { return try await read(found) }
        }
        var whole = found
        for name in files.names where found[name].isEmpty {
            for edition in files[name] { whole.put(name, edition) }
        }
        // Checked before it is stored: a database never holds a city that cannot be read.
        _ = try await read(whole)
        try await store.add(missing: files)
        return try await read(try await store.documents())
    }

    /// Reads the city on a thread of its own: large layers take seconds.
    static func read(_ documents: CityDocuments) async throws -> CityData {
        try await WorkerThread.run(named: "emapa-city") { Result { try CityData(documents) } }.get()
    }

    /// Reads the city from its documents.
    init(_ documents: CityDocuments) throws {
        self.documents = documents
        city = try City(documents, at: .now, timeZone: SystemTimeZones.rules)
    }
}

/// The time zones that the system knows.
enum SystemTimeZones {
    private static let folder = "/usr/share/zoneinfo"
    private static let longestFile = 1 << 20

    /// The rules of a zone by its name: `Europe/Warsaw`.
    static func rules(of name: String) throws -> TimeZoneRules {
        guard !name.hasPrefix("/"), !name.split(separator: "/").contains("..") else {
            throw UnknownTimeZone(name: name, reason: "no such name")
        }
        do {
            return try TimeZoneRules(parsing: FileContents.read("\(folder)/\(name)", limit: longestFile))
        } catch {
            throw UnknownTimeZone(name: name, reason: "\(error)")
        }
    }
}

/// The system has no rules of a time zone.
struct UnknownTimeZone: Error, CustomStringConvertible {
    let name: String
    let reason: String

    var description: String {
        "the time zone '\(name)' of city.json cannot be read: \(reason). Debian's package tzdata brings them all."
    }
}
