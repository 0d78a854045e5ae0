import Formats
import Geography
import HTTP
import Synchronization
import TestSupport
import Testing

@testable import Addresses

@Suite(.timeLimit(.minutes(1)))
struct AddressSearchTests {
    private static let found = """
        [{"place_id":1,"lat":"50.0668000","lon":"19.9390000","category":"place","type":"house","name":"",
        "licence":"Data © OpenStreetMap contributors, ODbL 1.0","boundingbox":["50.0667","50.0669","19.9389","19.9391"],
        "address":{"house_number":"12A","road":"Długa","postcode":"31-147","city":"Kraków"}},
        {"place_id":2,"lat":"52.2300000","lon":"21.0100000","category":"highway","type":"residential","name":"Długa",
        "address":{"road":"Długa","city":"Warszawa"}}]
        """

    private let place: Coordinate
    private let own: ListedAddresses

    init() throws {
        place = try #require(Coordinate(longitude: 19.94, latitude: 50.06))
        own = ListedAddresses(addresses: [Address(street: "ul. Grodzka", coordinate: place, kind: .street)])
    }

    private func search(_ geocoder: Geocoder?) throws -> AddressSearch {
        let city = try #require(Bounds(west: 19.7, south: 49.9, east: 20.3, north: 50.2))
        return AddressSearch(own, geocoder: geocoder) { city.contains($0) }
    }

    private func query(_ text: String) throws -> AddressQuery {
        try #require(AddressQuery(text, in: "Kraków"))
    }

    @Test func `what the table knows is asked of nobody else`() async throws {
        try await FakeGeocoder.run(.answers("[]")) { fake, geocoder in
            let answer = try await search(geocoder).search(try query("grodzka"), limit: 5)
            #expect(answer.addresses.map(\.address.label) == ["ul. Grodzka"])
            #expect(answer.addresses.map(\.source) == [.city])
            #expect(answer.limitation == nil && fake.asked.isEmpty)
        }
    }

    @Test func `what it does not know is asked of the service, within the city`() async throws {
        try await FakeGeocoder.run(.answers(AddressSearchTests.found)) { fake, geocoder in
            let answer = try await search(geocoder).search(try query("Długa  12a"), near: place, limit: 5)
            let first = answer.addresses.first
            #expect(answer.addresses.count == 1 && answer.limitation == nil)
            #expect(first?.address.label == "Długa 12A" && first?.address.postcode == "31-147")
            #expect(first?.address.kind == .address && first?.source == .geocoder)
            #expect(first?.address.precision == 14)
            #expect(first?.address.origin == "Data © OpenStreetMap contributors, ODbL 1.0")
            #expect(abs((first?.distance ?? 0) - 759) < 8)
            let asked = [
                "q=Długa 12a format=jsonv2 addressdetails=1 accept-language=pl viewbox=19.7,50.2,20.3,49.9 bounded=1 limit=5"
            ]
            #expect(fake.asked == asked)
        }
    }

    @Test func `a street without the wanted house is kept, behind it what the service knows`() async throws {
        let reply = """
            [{"lat":50.0601,"lon":19.9401,"category":"building","type":"yes","address":{"road":"Grodzka","house_number":"5"}}]
            """
        try await FakeGeocoder.run(.answers(reply)) { _, geocoder in
            let answer = try await search(geocoder).search(try query("grodzka 5"), limit: 5)
            #expect(answer.addresses.map(\.address.label) == ["ul. Grodzka", "Grodzka 5"])
        }
    }

    @Test func `an answer is kept, and the service is not asked again`() async throws {
        try await FakeGeocoder.run(.answers(AddressSearchTests.found)) { fake, geocoder in
            let search = try search(geocoder)
            for _ in 0..<3 { _ = try await search.search(try query("dluga 12"), limit: 5) }
            #expect(fake.asked.count == 1)
        }
    }

    @Test(arguments: [
        (FakeGeocoder.Manner.never, AddressAnswer.Limitation.serviceSlow), (.drips, .serviceSlow),
        (.status(500), .serviceAway), (.status(429), .serviceAway), (.status(303), .serviceAway),
        (.answers("junk"), .serviceAway), (.answers(#"{"a":1}"#), .serviceAway), (.answers(""), .serviceAway),
        (.floods, .serviceAway),
    ])
    func `a service that fails limits the search, and ours is answered`(
        manner: FakeGeocoder.Manner,
        limitation: AddressAnswer.Limitation
    ) async throws {
        let deadline: Duration = limitation == .serviceSlow ? .milliseconds(250) : .seconds(20)
        try await FakeGeocoder.run(manner, deadline: deadline) { _, geocoder in
            let answer = try await search(geocoder).search(try query("grodzka 5"), limit: 5)
            #expect(answer.addresses.map(\.address.label) == ["ul. Grodzka"])
            #expect(answer.limitation == limitation)
        }
    }

    @Test func `a service that fails again and again is left alone, then tried once`() async throws {
        let clock = TestClock()
        try await FakeGeocoder.run(.status(500), now: { clock.now }) { fake, geocoder in
            let search = try search(geocoder)
            for number in 1...6 {
                let answer = try await search.search(try query("gdzies \(number)"), limit: 5)
                #expect(answer.limitation == .serviceAway)
            }
            #expect(fake.asked.count == 3 && !geocoder.isWell)
            fake.behave(.answers("[]"))
            clock.advance(by: .seconds(11))
            let answer = try await search.search(try query("gdzies 7"), limit: 5)
            #expect(answer.limitation == nil && fake.asked.count == 4 && geocoder.isWell)
        }
    }

    @Test func `a place is named by the table, else by the service, else not at all`() async throws {
        let reply = """
            {"lat":"50.0668","lon":"19.9390","category":"place","type":"house",
            "address":{"house_number":"7","road":"Długa"}}
            """
        try await FakeGeocoder.run(.answers(reply)) { fake, geocoder in
            let search = try search(geocoder)
            let known = try await search.nearest(to: place)
            #expect(known.addresses.map(\.address.label) == ["ul. Grodzka"] && fake.asked.isEmpty)
            let near = try await search.nearest(
                to: try #require(Coordinate(longitude: 19.9391, latitude: 50.0669))
            )
            #expect(near.addresses.map(\.address.label) == ["Długa 7"])
            let far = try await search.nearest(
                to: try #require(Coordinate(longitude: 19.95, latitude: 50.07))
            )
            #expect(far.addresses.isEmpty && far.limitation == nil)
            let asked = fake.asked.count
            let outside = try await search.nearest(to: try #require(Coordinate(longitude: 21, latitude: 52)))
            #expect(outside.addresses.isEmpty && fake.asked.count == asked)
            fake.behave(.answers(#"{"error":"Unable to geocode"}"#))
            let nothing = try await search.nearest(
                to: try #require(Coordinate(longitude: 19.96, latitude: 50.08))
            )
            #expect(nothing.addresses.isEmpty && nothing.limitation == nil)
        }
    }

    @Test func `without a service nothing is limited`() async throws {
        let answer = try await search(nil).search(try query("nigdzie"), limit: 5)
        #expect(answer.addresses.isEmpty && answer.limitation == nil)
    }

    @Test(arguments: [
        #"[{"lat":"x","lon":"1"}]"#, #"[{"lat":"91","lon":"1","name":"a"}]"#, #"[{"lat":"50","lon":"19"}]"#,
        #"[1,null,"a",[]]"#, #"[{"lat":"50","lon":"19","name":"\u0007"}]"#,
        #"[{"lat":"1e5","lon":"19","name":"a"}]"#,
    ])
    func `entries that name no place are passed over`(json: String) throws {
        #expect(try NominatimReply.entries(parsing: Array(json.utf8)).isEmpty)
    }
}

/// A clock that stands still until it is told otherwise.
private final class TestClock: Sendable {
    private let time = Mutex(ContinuousClock.now)

    var now: ContinuousClock.Instant { time.withLock { $0 } }

    func advance(by duration: Duration) {
        time.withLock { $0 += duration }
    }
}
