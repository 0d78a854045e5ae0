import Formats
import HTTP
import Territory
import TestSupport
import Testing

@testable import Doors

struct ReportTileJSONDoorTests {
    private func ask(_ target: String, headers: [(HeaderName, HeaderValue)] = []) async throws -> Answer {
        var router = Router()
        ReportTileJSONDoor(CurrentCity(try Krakow.city)).open(on: &router)
        let response = await router.respond(to: try Request(.get, target, headers: headers))
        return Answer(response: response, body: try await response.body.collect(limit: 1 << 20))
    }

    @Test func `the description names the tiles in full, and where the city lies`() async throws {
        let answer = try await ask("/tiles/reports.json")
        let object = try #require(answer.object)
        #expect(object["tilejson"]?.stringValue == "3.0.0")
        #expect(
            object["tiles"]?.arrayValue?.map(\.stringValue) == [
                "http://localhost/tiles/reports/{z}/{x}/{y}.mvt"
            ]
        )
        #expect(object["minzoom"]?.numberValue?.integer == 0)
        #expect(object["maxzoom"]?.numberValue?.integer == 22)
        let bounds = object["bounds"]?.arrayValue?.compactMap { $0.numberValue?.double }
        #expect(bounds == [19.79224, 49.96767, 20.21735, 50.12613])
        #expect(object["center"]?.arrayValue?.last?.numberValue?.integer == 11)
        #expect(answer.response.headers[.allowOrigin] == "*")
    }

    @Test func `the description lists what features say`() async throws {
        let layers = try await ask("/tiles/reports.json").object?["vector_layers"]?.arrayValue
        let layer = try #require(layers?.first?.objectValue)
        #expect(layers?.count == 1)
        #expect(layer["id"]?.stringValue == "reports")
        let fields = try #require(layer["fields"]?.objectValue)
        for name in [
            "number", "category", "kind", "status", "created", "supporters", "members", "cluster", "count",
            "open", "opens", "received", "in_progress",
        ] {
            #expect(fields[name]?.stringValue?.isEmpty == false, "\(name)")
        }
    }

    @Test(arguments: [
        ("?status=all", "?status=all"),
        ("?category=road.light&from=2026-05-01", "?category=road.light&from=2026-05-01"),
        ("?unit=ZDMK%2CMPO&status=open,closed", "?unit=ZDMK%2CMPO&status=open%2Cclosed"),
        ("?", ""),
    ])
    func `a filter is passed on to the tiles`(asked: String, passed: String) async throws {
        let answer = try await ask("/tiles/reports.json\(asked)")
        #expect(
            answer.object?["tiles"]?.arrayValue?.first?.stringValue
                == "http://localhost/tiles/reports/{z}/{x}/{y}.mvt\(passed)"
        )
    }

    @Test(arguments: ["?x=%7Bz%7D", "?unit=a%26b", "?status=x", "?at=2026-02-30"])
    func `a filter that the tiles would refuse is refused here already`(asked: String) async throws {
        #expect(try await ask("/tiles/reports.json\(asked)").status == 400)
    }

    @Test(arguments: [("pl", "Zgłoszenia mieszkańców: Kraków"), ("en", "Residents' reports: Kraków")])
    func `the description speaks the client's language`(language: String, name: String) async throws {
        let value = try #require(HeaderValue(language))
        let answer = try await ask("/tiles/reports.json", headers: [(.acceptLanguage, value)])
        #expect(answer.object?["name"]?.stringValue == name)
        #expect(answer.object?["attribution"]?.stringValue == name)
        #expect(answer.response.headers[.vary]?.contains("Accept-Language") == true)
    }

    @Test func `a description that the client has is not sent again, and every cache may ask`() async throws {
        let first = try await ask("/tiles/reports.json")
        #expect(first.response.headers[.cacheControl] == "public, no-cache")
        let tag = try #require(first.response.headers[.etag].flatMap { HeaderValue($0) })
        #expect(try await ask("/tiles/reports.json", headers: [(.ifNoneMatch, tag)]).status == 304)
    }
}
