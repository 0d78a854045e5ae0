import Formats
import Geography
package import HTTP
package import Territory

/// Districts and zones as tiles: `/tiles/areas/{z}/{x}/{y}.geojson` and `.mvt`, described by `/tiles/areas.json`.
package struct AreaTilesDoor: Sendable {
    private let city: CurrentCity
    private let map: DailyView<AreaMap>

    /// A door to a map of the city; another map takes its place when the city changes or a day begins.
    package init(_ city: CurrentCity, map: DailyView<AreaMap>) {
        self.city = city
        self.map = map
    }

    /// Adds the door's addresses.
    ///
    /// A tile needs no I/O, so it is made on the thread that asks.
    package func open(on router: inout Router) {
        router.group("/tiles", cors: .publicReads) { group in
            group.get("/areas.json", inline: { describe($0) })
            group.get("/areas/{z}/{x}/{y}.geojson", inline: { try geoJSON($0) })
            group.get("/areas/{z}/{x}/{y}.mvt", inline: { try vectorTile($0) })
        }
    }

    private func geoJSON(_ request: Request) throws -> Response {
        tagged(.geoJSON, map.value(at: .now).geoJSON(try Tile(request.parameters)))
    }

    /// An empty tile is 204: clients take a 404 for a fault, and 0 bytes for a broken tile.
    private func vectorTile(_ request: Request) throws -> Response {
        let bytes = map.value(at: .now).vectorTile(try Tile(request.parameters))
        return bytes.isEmpty ? Response(.noContent) : tagged(.vectorTile, bytes)
    }

    private func describe(_ request: Request) -> Response {
        let profile = city.value.profile
        let description = TileJSON(
            areas: map.value(at: .now),
            name: profile.name[request.language],
            attribution: profile.attribution[request.language],
            base: request.origin.base.text
        )
        var response = tagged(.json, description.json())
        response.headers.add(.vary, "Accept-Language")
        return response
    }

    private func tagged(_ type: ContentType, _ bytes: [UInt8]) -> Response {
        var response = Response(type, bytes)
        response.headers.add(.etag, EntityTag.hashing(bytes))
        return response
    }
}
