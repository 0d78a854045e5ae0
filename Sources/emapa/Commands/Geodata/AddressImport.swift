import Addresses
import Ledger
import PostgreSQL
import Territory

/// The import of the table of addresses: all of it or nothing.
///
/// Addresses are no document of the city: no report's placement depends on them, so they have no versions.
struct AddressImport {
    let file: String
    let bytes: [UInt8]
    let isDryRun: Bool

    /// Checks and writes; `folder` says where the city is if the database doesn't.
    func run(in database: Database, folder: String) async throws -> ImportReport {
        var city = try await CityStore(database).documents()
        if city.version == 0 { city = try CityFolder.documents(in: folder) }
        let addresses: [Address]
        do {
            let region = CityExtent(city["city"].last?.content).region
            addresses = try AddressFile(parsing: bytes, within: region).addresses
        } catch {
            return ImportReport("error: \(file), \(error)\n\(file): refused; nothing was changed", .failure)
        }
        guard !isDryRun else {
            return ImportReport(
                "\(file): \(addresses.count) addresses could be imported; nothing was changed"
            )
        }
        let store = try AddressStore(database)
        let before = try await store.count()
        try await store.replace(with: addresses)
        return ImportReport("\(file): imported \(addresses.count) addresses in the place of \(before)")
    }
}
