import Formats
import HTTP
import Territory
import TestSupport
import Testing

@testable import Doors

struct PlaceDoorTests {
    private let square = "lon=19.9373&lat=50.0617"

    @Test func `a place is told with its district, its zones and their distances`() async throws {
        let answer = try await ask("/api/v1/place?\(square)")
        #expect(answer.status == 200)
        #expect(answer.object?["inside"] == .bool(true))
        #expect(text(answer, "district", "code") == "I")
        #expect(text(answer, "district", "how") == "inside")
        let zones = answer.object?["zones"]?.arrayValue ?? []
        #expect(zones.compactMap { $0.objectValue?["code"]?.stringValue } == ["OLDTOWN", "OPP"])
        #expect(answer.object?["needs_review"] == .bool(false))
        #expect(answer.object?["decision"] == nil)
        #expect(answer.object?["city_version"]?.numberValue?.integer == 1)
    }

    @Test(arguments: [
        ("category=road.pothole", "ZDMK", "category"),
        ("category=green.tree", "KZ", "tree-listed"),
        ("category=waste.dump", "MPO", "category"),
        ("category=waste.dump&answers[land]=private", "SM", "dump-private"),
        ("category=green.felling&at=2024-12-31", "WS", "felling-5"),
        ("category=green.felling&at=2025-01-01", "WSiK", "felling-5"),
        ("category=green.felling&at=2024-12-31T22:59:59Z", "WS", "felling-5"),
        ("category=green.felling&at=2024-12-31T23:00:00Z", "WSiK", "felling-5"),
    ])
    func `who is in charge depends on category, answers and the city's own day`(
        question: String,
        unit: String,
        rule: String
    ) async throws {
        let answer = try await ask("/api/v1/place?\(square)&\(question)")
        #expect(answer.status == 200)
        #expect(text(answer, "unit", "code") == unit)
        #expect(text(answer, "decision", "outcome", "unit", "code") == unit)
        let decision = answer.object?["decision"]?.objectValue
        #expect((decision?["rule"]?.stringValue ?? decision?["stage"]?.stringValue) == rule)
        #expect(text(answer, "decision", "why", "pl")?.isEmpty == false)
        #expect(text(answer, "decision", "why", "en")?.isEmpty == false)
    }

    @Test func `danger is told with the number to call`() async throws {
        let answer = try await ask("/api/v1/place?\(square)&category=waste.odour&answers[danger]=yes")
        #expect(text(answer, "decision", "outcome", "kind") == "emergency")
        #expect(text(answer, "decision", "outcome", "number") == "992")
    }

    @Test(arguments: [
        "lon=19.785&lat=50.078", "lon=0&lat=0", "lon=-180&lat=-90", "lon=20.064&lat=49.987&category=noise",
    ])
    func `outside the city is an answer`(place: String) async throws {
        let answer = try await ask("/api/v1/place?\(place)")
        #expect(answer.status == 200)
        #expect(answer.object?["inside"] == .bool(false))
        #expect(text(answer, "message", "en")?.contains("outside the city") == true)
    }

    @Test(arguments: [
        ("", ["lon missing", "lat missing"]),
        ("lon=NaN&lat=inf", ["lon format", "lat format"]),
        ("lon=1e1&lat=0x10", ["lon format", "lat format"]),
        ("lon=180.1&lat=-91", ["lon range", "lat range"]),
        ("lon=50.0617&lat=19.9373", ["lon swapped"]),
        ("lon=19.9&lat=50&lon=19.8", ["lon repeated"]),
        ("lon=19.9&lat=50&category=road.potholes", ["category unknown"]),
        ("lon=19.9&lat=50&kind=party", ["kind choice"]),
        ("lon=19.9&lat=50&at=yesterday", ["at format"]),
        ("lon=19.9&lat=50&colour=red", ["colour unknown"]),
        ("lon=19.9&lat=50&answers[land]=private", ["category missing"]),
        ("lon=19.9&lat=50&category=waste.dump&answers[land]=mine", ["answers[land] choice"]),
        ("lon=19.9&lat=50&category=waste.dump&answers[depth]=1", ["answers[depth] unknown"]),
    ])
    func `a question that cannot be understood is refused with every mistake`(
        query: String,
        errors: [String]
    ) async throws {
        let answer = try await ask("/api/v1/place?\(query)")
        #expect(answer.status == 400)
        #expect(answer.object?["code"] == .string("invalid-filter"))
        #expect(answer.errors == errors)
    }

    @Test func `units are listed with their days and successors`() async throws {
        let answer = try await ask("/api/v1/units")
        let units = answer.object?["units"]?.arrayValue?.compactMap(\.objectValue) ?? []
        let ended = try #require(units.first { $0["code"] == .string("WS") })
        #expect(ended["valid_until"] == .string("2025-01-01"))
        #expect(units.contains { $0["code"] == .string("WSiK") })
    }

    @Test(arguments: [("", 18), ("?layer=districts", 18), ("?layer=park", 15), ("?layer=river", 7)])
    func `each layer of areas can be had`(query: String, count: Int) async throws {
        let answer = try await ask("/api/v1/areas\(query)")
        #expect(answer.status == 200)
        #expect(answer.object?["features"]?.arrayValue?.count == count)
    }

    @Test func `a layer that is not there is refused with the list of those that are`() async throws {
        let answer = try await ask("/api/v1/areas?layer=volcano")
        #expect(answer.errors == ["layer choice"])
        #expect(String(decoding: answer.body, as: UTF8.self).contains("motorway"))
    }

    @Test func `a new version of the city changes the answers at once`() async throws {
        let current = CurrentCity(try Krakow.city)
        var router = Router()
        CityDoor(current).open(on: &router)
        var documents = try Krakow.documents(version: 2)
        let merged = String(decoding: try Checkout.read("geodata/krakow/units.json"), as: UTF8.self)
            .replacing("\"code\": \"PCZK\"", with: "\"code\": \"PCZK2\"")
        documents.put("units", .init(validFrom: nil, content: Array(merged.utf8)))
        let before = try await units(router)
        #expect(before.contains("PCZK\"") && !before.contains("PCZK2"))
        current.replace(with: try City(documents, at: Krakow.today.start, timeZone: Krakow.timeZone))
        let after = try await units(router)
        #expect(after.contains("PCZK2"))
        // An older version never comes back.
        current.replace(with: try Krakow.city)
        #expect(current.value.version == 2)
    }

    private func units(_ router: Router) async throws -> String {
        let response = await router.respond(to: try Request(.get, "/api/v1/units"))
        return String(decoding: try await response.body.collect(limit: 1 << 20), as: UTF8.self)
    }

    private func text(_ answer: Answer, _ path: String...) -> String? {
        var object = answer.object
        for name in path.dropLast() { object = object?[name]?.objectValue }
        return path.last.flatMap { object?[$0]?.stringValue }
    }

    /// Asks through a router of its own: placing needs no database.
    private func ask(_ target: String) async throws -> Answer {
        let city = CurrentCity(try Krakow.city)
        var router = Router()
        PlaceDoor(city).open(on: &router)
        CityDoor(city).open(on: &router)
        let encoded = target.replacing("[", with: "%5B").replacing("]", with: "%5D")
        let response = await router.respond(to: try Request(.get, encoded))
        return Answer(response: response, body: try await response.body.collect(limit: 1 << 24))
    }
}
