import Ledger
import PostgreSQL
import TestSupport
import Testing

@testable import emapa

struct AddressImportTests {
    private let folder = "\(Checkout.root)/geodata/krakow"
    private let header = "street,number,lon,lat,postcode\n"

    private func importing(_ lines: String, isDryRun: Bool = false) -> AddressImport {
        AddressImport(file: "a.csv", bytes: Array((header + lines).utf8), isDryRun: isDryRun)
    }

    @Test(.timeLimit(.minutes(1)))
    func `addresses are replaced as a whole or not at all`() async throws {
        try await withDatabase("import_addresses") { database in
            _ = try await Migrations(folder: "\(Checkout.root)/sql").apply(in: database)
            let store = try AddressStore(database)
            let good = "Długa,1,19.9363,50.0667,31-146\nDługa,2,19.9364,50.0668,31-146\n"
            let first = try await importing(good).run(in: database, folder: folder)
            #expect(first.text == "a.csv: imported 2 addresses in the place of 0")
            #expect(first.code == .success)

            let bad = "Krótka,1,19.94,50.06,31-146\nKrótka,2,50.06,19.94,31-146\n"
            let refused = try await importing(bad).run(in: database, folder: folder)
            #expect(refused.code == .failure)
            #expect(refused.text.hasPrefix("error: a.csv, line 3"))
            #expect(refused.text.hasSuffix("a.csv: refused; nothing was changed"))

            let tried = try await importing(good, isDryRun: true).run(in: database, folder: folder)
            #expect(tried.text == "a.csv: 2 addresses could be imported; nothing was changed")
            let count = try await store.count()
            #expect(count == 2)
        }
    }
}
