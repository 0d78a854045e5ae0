import Addresses
import Formats
import Geography
import HTTP
import Ledger
import PostgreSQL
import TestSupport
import Testing

@testable import Doors

@Suite(.timeLimit(.minutes(1)))
struct AddressesDoorTests {
    /// A place in the grid of the city: a table that needs no database.
    private struct Table: AddressTable {
        let addresses: [Address]

        func search(_ query: AddressQuery, near place: Coordinate?, limit: Int) async throws -> [AddressMatch]
        {
            addresses.prefix(limit).map {
                AddressMatch(address: $0, name: .exact, number: .exact, distance: place == nil ? nil : 12.6)
            }
        }

        func nearest(
            to place: Coordinate,
            within metres: Double
        ) async throws -> (address: Address, distance: Double)? {
            addresses.first.map { ($0, 3.2) }
        }
    }

    private func ask(
        _ target: String,
        language: HeaderValue = "en",
        addresses: [Address] = []
    ) async throws -> Answer {
        var router = Router()
        AddressesDoor(AddressSearch(Table(addresses: addresses)) { _ in true }, city: "Kraków").open(
            on: &router
        )
        let request = try Request(.get, target, headers: [(.acceptLanguage, language)])
        let response = await router.respond(to: request)
        return Answer(response: response, body: try await response.body.collect(limit: 1 << 20))
    }

    private func house() throws -> Address {
        Address(
            street: "ul. Długa",
            number: "12A",
            postcode: "31-147",
            coordinate: try #require(Coordinate(longitude: 19.939, latitude: 50.0668)),
            kind: .address,
            precision: 5,
            origin: "© OpenStreetMap contributors (ODbL)"
        )
    }

    @Test func `an entry is written out in full`() async throws {
        let answer = try await ask(
            "/api/v1/addresses?q=dluga%2012a&lon=19.9&lat=50",
            addresses: [try house()]
        )
        let expected = """
            {"addresses":[{"street":"ul. Długa","number":"12A","postcode":"31-147","label":"ul. Długa 12A",\
            "lon":19.939,"lat":50.0668,"kind":"address","precision_m":5,"source":"city",\
            "attribution":"© OpenStreetMap contributors (ODbL)","distance_m":13}],"limited":false}
            """
        #expect(answer.status == 200)
        #expect(String(decoding: answer.body, as: UTF8.self) == expected)
        #expect(answer.response.headers[.cacheControl] == "no-store")
    }

    @Test func `what is not known is null, and without a place there is no distance`() async throws {
        let square = Address(street: "Rynek Główny", coordinate: try house().coordinate, kind: .square)
        let answer = try await ask("/api/v1/addresses?q=rynek", addresses: [square])
        let entry = answer.object?["addresses"]?.arrayValue?.first?.objectValue
        #expect(entry?["number"] == .null && entry?["precision_m"] == .null)
        #expect(entry?["distance_m"] == nil && entry?["label"]?.stringValue == "Rynek Główny")
    }

    @Test func `a place is named with its distance`() async throws {
        let answer = try await ask(
            "/api/v1/addresses/reverse?lon=19.939&lat=50.0668",
            addresses: [try house()]
        )
        let entries = answer.object?["addresses"]?.arrayValue
        #expect(entries?.count == 1)
        #expect(entries?.first?.objectValue?["distance_m"]?.numberValue?.integer == 3)
        let nothing = try await ask("/api/v1/addresses/reverse?lon=19.939&lat=50.0668")
        #expect(String(decoding: nothing.body, as: UTF8.self) == #"{"addresses":[],"limited":false}"#)
    }

    @Test(arguments: [
        ("/api/v1/addresses", "q missing"), ("/api/v1/addresses?q=", "q missing"),
        ("/api/v1/addresses?q=%25%25", "q format"), ("/api/v1/addresses?q=a&colour=red", "colour unknown"),
        ("/api/v1/addresses?q=a&q=b", "q repeated"), ("/api/v1/addresses?q=a&lon=19.9", "lat missing"),
        ("/api/v1/addresses?q=a&lat=50", "lon missing"),
        ("/api/v1/addresses?q=a&lon=nan&lat=50", "lon format"),
        ("/api/v1/addresses?q=a&lon=19&lat=91", "lat range"),
        ("/api/v1/addresses?q=a&lon=1e1&lat=9", "lon format"),
        ("/api/v1/addresses?q=a&limit=0", "limit range"), ("/api/v1/addresses?q=a&limit=21", "limit range"),
        ("/api/v1/addresses?q=a&limit=%2B5", "limit range"),
        ("/api/v1/addresses/reverse?lat=50", "lon missing"),
        ("/api/v1/addresses/reverse?lon=19&lat=50&q=a", "q unknown"),
        ("/api/v1/addresses/reverse?lon=19&lat=", "lat missing"),
        ("/api/v1/addresses?q=\(String(repeating: "a", count: 201))", "q format"),
    ])
    func `a parameter that cannot be used is refused by name`(target: String, error: String) async throws {
        let answer = try await ask(target)
        #expect(answer.status == 400)
        #expect(answer.object?["code"]?.stringValue == "invalid-filter")
        #expect(answer.errors == [error])
    }

    @Test func `a problem is told in the reader's language`() async throws {
        let polish = try await ask("/api/v1/addresses", language: "pl")
        let english = try await ask("/api/v1/addresses", language: "en")
        #expect(polish.object?["title"]?.stringValue == "Nieprawidłowe parametry")
        #expect(english.object?["title"]?.stringValue == "Invalid parameters")
    }

    @Test func `a limited answer says why in both languages`() throws {
        let answer = AddressAnswer([], limitation: .serviceSlow)
        let object = try JSON.parse(answer.json).objectValue
        let reason = object?["reason"]?.objectValue
        #expect(object?["limited"]?.boolValue == true)
        #expect(reason?["code"]?.stringValue == "service-slow")
        #expect(reason?["detail"]?.objectValue?["pl"]?.stringValue?.contains("ograniczone") == true)
        #expect(reason?["detail"]?.objectValue?["en"]?.stringValue?.contains("limited") == true)
    }

    @Test func `the table in the database answers through the door`() async throws {
        let addresses = [try house()]
        try await withDatabase("doors_addresses") { database in
            _ = try await Migrations(folder: "\(Checkout.root)/sql").apply(in: database)
            let store = try AddressStore(database)
            try await store.replace(with: addresses)
            var router = Router()
            AddressesDoor(AddressSearch(store) { _ in true }, city: "Kraków").open(on: &router)
            let request = try Request(
                .get,
                "/api/v1/addresses?q=D%C5%82uga+12a,+Krak%C3%B3w&lon=19.939&lat=50.0668"
            )
            let response = await router.respond(to: request)
            let answer = Answer(response: response, body: try await response.body.collect(limit: 1 << 20))
            let entry = answer.object?["addresses"]?.arrayValue?.first?.objectValue
            #expect(entry?["label"]?.stringValue == "ul. Długa 12A")
            #expect(entry?["distance_m"]?.numberValue?.integer == 0)
        }
    }
}
