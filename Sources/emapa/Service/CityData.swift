import Formats
import Ledger
import PostgreSQL
import Reports
import Territory

/// The city that an instance serves: read from the database, which files fill when it is empty.
struct CityData: Sendable {
    private static let files = [
        "city": "city.json", "categories": "categories.json", "districts": "districts.geojson",
    ]

    /// The documents as they are kept, by name.
    let documents: [String: String]
    let profile: CityProfile
    let catalogue: CategoryCatalogue
    let territory: Territory

    /// Loads an empty database from `folder`, then reads the city.
    static func open(_ database: Database, folder: String) async throws -> CityData {
        let store = CityStore(database)
        var found = try await store.documents()
        if found.isEmpty {
            var contents: [String: String] = [:]
            for (name, file) in CityData.files {
                contents[name] = String(decoding: try FileContents.read("\(folder)/\(file)"), as: UTF8.self)
            }
            // Checked before it is stored: a database never holds a city that cannot be read.
            _ = try CityData(contents)
            try await store.load(contents)
            found = try await store.documents()
        }
        return try CityData(found)
    }

    init(_ documents: [String: String]) throws {
        self.documents = documents
        func bytes(_ name: String) throws(CityDataError) -> [UInt8] {
            guard let content = documents[name] else {
                throw CityDataError(document: name, place: "", reason: "is missing in the database")
            }
            return Array(content.utf8)
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
