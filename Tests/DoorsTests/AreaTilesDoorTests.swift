import Formats
import HTTP
import Territory
import TestSupport
import Testing

@testable import Doors

struct AreaTilesDoorTests {
    private func router() throws -> Router {
        let city = CurrentCity(try Krakow.city)
        let map = DailyView(of: city) { city, day in
            AreaMap(
                districts: city.territory.areas.districts,
                layers: city.territory.areas.layers.filter { $0.code == "park" },
                on: day
            )
        }
        var router = Router()
        AreaTilesDoor(city, map: map).open(on: &router)
        return router
    }

    private func ask(_ target: String, headers: [(HeaderName, HeaderValue)] = []) async throws -> Answer {
        let response = await (try router()).respond(to: try Request(.get, target, headers: headers))
        return Answer(response: response, body: try await response.body.collect(limit: 1 << 24))
    }

    @Test(arguments: [
        "23/0/0", "-1/0/0", "1/2/0", "1/0/2", "a/0/0", "1/0/-1", "01/0/0", "99999999999999999999/0/0",
        "22/4194304/0", "12/0x1/0", "12/1.5/2", "12/2",
    ])
    func `an address that names no tile is not found`(name: String) async throws {
        for ending in ["geojson", "mvt"] {
            let answer = try await ask("/tiles/areas/\(name).\(ending)")
            #expect(answer.status == 404)
        }
    }

    @Test(arguments: ["/tiles/areas/12/2274/1388", "/tiles/areas/12/2274/1388.png", "/tiles/areas"])
    func `other endings are not found`(target: String) async throws {
        #expect(try await ask(target).status == 404)
    }

    @Test func `a vector tile has its type, a tag and both layers`() async throws {
        let answer = try await ask("/tiles/areas/12/2274/1388.mvt")
        #expect(answer.status == 200)
        #expect(answer.response.headers[.contentType] == "application/vnd.mapbox-vector-tile")
        #expect(answer.response.headers[.etag]?.isEmpty == false)
        #expect(answer.response.headers[.allowOrigin] == "*")
        let tile = try DecodedVectorTile(answer.body)
        #expect(tile.layers.map(\.name) == ["districts", "zones"])
    }

    @Test func `a GeoJSON tile holds as many features as the vector tile`() async throws {
        let answer = try await ask("/tiles/areas/12/2274/1388.geojson")
        #expect(answer.response.headers[.contentType] == "application/geo+json")
        let features = try #require(answer.object?["features"]?.arrayValue)
        let tile = try DecodedVectorTile(try await ask("/tiles/areas/12/2274/1388.mvt").body)
        #expect(!features.isEmpty)
        #expect(features.count == tile.layers.reduce(0) { $0 + $1.features.count })
    }

    @Test func `a tile that the client has is not sent again`() async throws {
        for ending in ["mvt", "geojson"] {
            let first = try await ask("/tiles/areas/12/2274/1388.\(ending)")
            let tag = try #require(first.response.headers[.etag].flatMap { HeaderValue($0) })
            let second = try await ask("/tiles/areas/12/2274/1388.\(ending)", headers: [(.ifNoneMatch, tag)])
            #expect(second.status == 304)
            #expect(second.body.isEmpty)
        }
    }

    @Test func `a tile with nothing in it is empty, not missing`() async throws {
        let vector = try await ask("/tiles/areas/12/0/0.mvt")
        #expect(vector.status == 204)
        #expect(vector.body.isEmpty)
        let text = try await ask("/tiles/areas/12/0/0.geojson")
        #expect(String(decoding: text.body, as: UTF8.self) == #"{"type":"FeatureCollection","features":[]}"#)
    }

    @Test func `the description names the tiles in full`() async throws {
        let answer = try await ask("/tiles/areas.json")
        let object = try #require(answer.object)
        #expect(object["tilejson"]?.stringValue == "3.0.0")
        #expect(
            object["tiles"]?.arrayValue?.map(\.stringValue) == [
                "http://localhost/tiles/areas/{z}/{x}/{y}.mvt"
            ]
        )
        #expect(object["minzoom"]?.numberValue?.integer == 8)
        #expect(object["maxzoom"]?.numberValue?.integer == 16)
        let bounds = object["bounds"]?.arrayValue?.compactMap { $0.numberValue?.double }
        #expect(bounds == [19.79224, 49.96767, 20.21735, 50.12613])
        let layers = object["vector_layers"]?.arrayValue?.compactMap(\.objectValue)
        #expect(layers?.map { $0["id"]?.stringValue } == ["districts", "zones"])
        let fields = layers?.map { $0["fields"]?.objectValue?.members.map(\.name) }
        #expect(fields == [["code", "number", "name"], ["layer", "code", "name", "use", "width_m"]])
        #expect(answer.response.headers[.vary]?.contains("Accept-Language") == true)
    }

    @Test(arguments: [("pl", "Granice dzielnic"), ("en", "District borders")])
    func `the description names the sources in the client's language`(
        language: String,
        start: String
    ) async throws {
        let value = try #require(HeaderValue(language))
        let answer = try await ask("/tiles/areas.json", headers: [(.acceptLanguage, value)])
        let attribution = try #require(answer.object?["attribution"]?.stringValue)
        #expect(attribution.hasPrefix(start))
        #expect(attribution.hasSuffix(" · © OpenStreetMap contributors"))
    }
}
