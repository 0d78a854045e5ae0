import PostgreSQL

/// The import of the table of addresses: the seam to the search for addresses.
struct AddressImport {
    let file: String
    let bytes: [UInt8]
    let isDryRun: Bool

    /// Checks and writes; `folder` fills a database that holds no city yet.
    func run(in database: Database, folder: String) async throws -> ImportReport {
        throw GeodataError("\(file): addresses cannot be imported yet")
    }
}
