import Formats
import Geography
import Ledger
import PostgreSQL
import Territory
import TestSupport
import Testing

@testable import emapa

struct GeodataImportTests {
    private let folder = "\(Checkout.root)/geodata/krakow"

    /// Runs a test with a database that has the tables and the shipped city.
    private func withCity(_ name: String, _ body: (Database, CityStore) async throws -> Void) async throws {
        try await withDatabase(name) { database in
            _ = try await Migrations(folder: "\(Checkout.root)/sql").apply(in: database)
            let store = CityStore(database)
            try await store.load(try CityFolder.documents(in: folder))
            try await body(database, store)
        }
    }

    private func importing(_ document: String, _ text: String, isDryRun: Bool = false) -> DocumentImport {
        DocumentImport(
            plan: CityImport(document: document),
            file: "new.geojson",
            bytes: Array(text.utf8),
            isDryRun: isDryRun
        )
    }

    private let park = """
        {"type":"FeatureCollection","layer":"park","name":{"pl":"Parki","en":"Parks"},"features":[
        {"type":"Feature","properties":{"code":"A","name":"A","precision_m":5,"source":"test"},"geometry":
        {"type":"Polygon","coordinates":[[[19.93,50.05],[19.94,50.05],[19.94,50.06],[19.93,50.05]]]}}]}
        """

    @Test(.timeLimit(.minutes(1)))
    func `a sound layer makes a new version, once`() async throws {
        try await withCity("import_sound") { database, store in
            let report = try await importing("zones/park", park).run(in: database, folder: folder)
            #expect(report.text.hasSuffix("the city is now version 2"))
            #expect(report.code == .success)
            let documents = try await store.documents()
            #expect(documents["zones/park"].count == 1)
            let layer = try ZoneLayer(parsing: documents["zones/park"][0].content, name: "zones/park")
            #expect(layer.zones.map(\.code) == ["A"])
            let again = try await importing("zones/park", park).run(in: database, folder: folder)
            #expect(again.text.hasSuffix("holds already; nothing was changed"))
            let note = try await store.note(version: 2)
            #expect(note == "imported zones/park from new.geojson")
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `a wrong layer changes nothing and says file, feature and reason`() async throws {
        try await withCity("import_wrong") { database, store in
            let before = try await store.documents()
            let wrong = park.replacing("[19.94,50.06]", with: "[19.94,50.06],[19.93,50.06],[19.935,50.04]")
            let report = try await importing("zones/park", wrong).run(in: database, folder: folder)
            #expect(report.code == .failure)
            #expect(report.text.hasPrefix("error: new.geojson, features[0] (A), 19.9"))
            #expect(report.text.contains("the border crosses or touches itself"))
            #expect(report.text.hasSuffix("nothing was changed"))
            let after = try await store.documents()
            #expect(after == before)
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `a dry run changes nothing, not even an empty database`() async throws {
        try await withDatabase("import_dry") { database in
            _ = try await Migrations(folder: "\(Checkout.root)/sql").apply(in: database)
            let report = try await importing("zones/park", park, isDryRun: true).run(
                in: database,
                folder: folder
            )
            #expect(report.code == .success)
            #expect(report.text.contains("could be imported"))
            let version = try await CityStore(database).version()
            #expect(version == 0)
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `an empty database gets the city's files before the import`() async throws {
        try await withDatabase("import_empty") { database in
            _ = try await Migrations(folder: "\(Checkout.root)/sql").apply(in: database)
            let report = try await importing("zones/park", park).run(in: database, folder: folder)
            #expect(report.text.hasSuffix("the city is now version 2"))
            let names = try await CityStore(database).documents().names
            #expect(names.count == 17)
        }
    }
}

struct GeodataLayerTests {
    @Test(arguments: [
        "districts", "units", "categories", "routing", "holidays", "danger", "duplicates", "city",
        "zones/park",
        "zones/bus-2",
    ])
    func `a document is a layer`(text: String) {
        #expect(GeodataLayer(text) == .document(text))
    }

    @Test(arguments: ["", "zones", "zones/", "zones/Park", "zones/../city", "zones/a/b", "parks", "zones/2"])
    func `anything else is none`(text: String) {
        #expect(GeodataLayer(text) == nil)
    }

    @Test func `addresses are a layer that is no document`() {
        #expect(GeodataLayer("addresses") == .addresses)
    }
}
