import Addresses
import Geography
import Ledger
import PostgreSQL
import Territory

/// The table of addresses, which a city's file fills when it is empty.
enum AddressData {
    /// Fills an empty table from the city's folder; a city without the file has none until one is imported.
    static func open(_ database: Database, folder: String, city: City) async throws -> AddressStore {
        let store = try AddressStore(database)
        let file = "\(folder)/addresses.csv"
        guard try await store.count() == 0, FileContents.exists(file) else { return store }
        let bounds = city.territory.areas.bounds
        do {
            let addresses = try AddressFile(parsing: FileContents.read(file), within: bounds).addresses
            try await store.fill(with: addresses)
        } catch let error as AddressFileError {
            throw FileError(path: file, reason: "\(error)")
        }
        return store
    }
}
