package import Formats
import Geography
package import HTTP
package import LiveMap
package import Territory

/// The live map as tiles: `/tiles/reports/{z}/{x}/{y}.geojson` and `.mvt`.
package struct ReportTilesDoor: Sendable {
    private let map: LiveMap
    private let cache: TileCache
    private let city: CurrentCity
    private let day: CityDay
    private let now: @Sendable () -> Timestamp

    /// A door to a map; `cache` has to be told of its changes.
    package init(
        _ map: LiveMap,
        cache: TileCache,
        city: CurrentCity,
        now: @escaping @Sendable () -> Timestamp = { .now }
    ) {
        self.map = map
        self.cache = cache
        self.city = city
        day = CityDay(city)
        self.now = now
    }

    /// Adds the door's addresses.
    ///
    /// A tile needs no I/O, so it is made on the thread that asks.
    package func open(on router: inout Router) {
        router.group("/tiles/reports", cors: .publicReads) { group in
            group.get("/{z}/{x}/{y}.geojson", inline: { try answer($0, .geoJSON) })
            group.get("/{z}/{x}/{y}.mvt", inline: { try answer($0, .vectorTile) })
        }
    }

    private func answer(_ request: Request, _ format: TileVariant.Format) throws -> Response {
        let tile = try Tile(request.parameters)
        let variant = TileVariant(
            format: format,
            view: try MapView(request.query, in: city.value, on: day.value(at: now()))
        )
        let content = cache.content(of: tile, variant, in: map) { variant.content(of: tile, in: $0) }
        var response = Response(tile: content, format)
        // A proxy may keep it, but asks each time whether it is still the one.
        response.headers.add(.cacheControl, "public, no-cache")
        return response
    }
}

extension TileVariant {
    /// The bytes of a tile; nil if it is empty and said so by having none.
    func content(of tile: Tile, in snapshot: Snapshot) -> PreparedBody? {
        switch format {
        case .geoJSON:
            return PreparedBody(
                snapshot.content(of: tile, view: view).geoJSON(),
                compressing: .onDemand(level: 1)
            )
        case .vectorTile:
            let bytes = snapshot.content(of: tile, view: view, extent: .buffered).vectorTile()
            return bytes.isEmpty ? nil : PreparedBody(bytes, compressing: .onDemand(level: 1))
        }
    }
}

extension Response {
    /// A tile's answer; an empty one is 204, as clients take a 404 for a fault, and no bytes for a broken tile.
    init(tile content: PreparedBody?, _ format: TileVariant.Format) {
        guard let content else {
            self.init(.noContent)
            return
        }
        switch format {
        case .geoJSON: self.init(.geoJSON, content)
        case .vectorTile: self.init(.vectorTile, content)
        }
    }
}
