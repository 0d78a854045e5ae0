import Formats
import Ledger
import PostgreSQL
import Reports
import Territory

/// The city that an instance serves: read from the database, which files fill when it is empty.
struct CityData: Sendable {
    /// The documents as they are kept.
    let documents: CityDocuments
    let profile: CityProfile
    let catalogue: CategoryCatalogue
    let territory: Territory

    /// Loads an empty database from `folder`, then reads the city.
    static func open(_ database: Database, folder: String) async throws -> CityData {
        let store = CityStore(database)
        var found = try await store.documents()
        if found.version == 0 {
            let files = try CityFolder.documents(in: folder)
            // Checked before it is stored: a database never holds a city that cannot be read.
            _ = try CityData(files)
            try await store.load(files)
            found = try await store.documents()
        }
        return try CityData(found)
    }

    init(_ documents: CityDocuments) throws {
        self.documents = documents
        func bytes(_ name: String) throws(CityDataError) -> [UInt8] {
            guard let edition = documents[name].last else {
                throw CityDataError(document: name, place: "", reason: "is missing")
            }
            return edition.content
        }
        profile = try CityProfile(parsing: try bytes("city"))
        catalogue = try CategoryCatalogue(parsing: try bytes("categories"))
        territory = try Territory(
            CityAreas(districts: try District.all(parsing: try bytes("districts"))),
            tolerance: Tolerance(gap: 30, outside: 10),
            readyFor: Timestamp.now.date
        )
    }
}
