import Formats
import HTTP
import LiveMap
import Territory
import TestSupport
import Testing

@testable import Doors

struct ReportTilesDoorTests {
    private func ask(_ target: String) async throws -> Response {
        var router = Router()
        let city = CurrentCity(try Krakow.city)
        let map = LiveMap(on: MapDay(of: .now, in: city.value.timeZone))
        ReportTilesDoor(map, cache: TileCache(bytes: 1 << 20), city: city).open(on: &router)
        return await router.respond(to: try Request(.get, target))
    }

    @Test(arguments: [
        "/tiles/reports/23/0/0.geojson", "/tiles/reports/-1/0/0.geojson", "/tiles/reports/1/2/0.geojson",
        "/tiles/reports/1/0/2.geojson", "/tiles/reports/a/0/0.geojson", "/tiles/reports/1/0/0",
        "/tiles/reports/01/0/0.geojson", "/tiles/reports/99999999999999999999/0/0.geojson",
    ])
    func `an address that names no tile is not found`(target: String) async throws {
        #expect(try await ask(target).status.code == 404)
    }

    @Test(arguments: ["?status=opened", "?colour=red", "?status=all&status=x"])
    func `a filter that is not understood is refused`(query: String) async throws {
        #expect(try await ask("/tiles/reports/1/0/0.geojson\(query)").status.code == 400)
    }

    @Test func `an empty tile is an empty collection`() async throws {
        let response = try await ask("/tiles/reports/1/0/0.geojson?status=all")
        #expect(response.status.code == 200)
        #expect(
            String(decoding: try await response.body.collect(limit: 1_000), as: UTF8.self)
                == #"{"type":"FeatureCollection","features":[]}"#
        )
    }
}
