import Formats
import Geography
package import HTTP
package import LiveMap

/// The live map as tiles: `/tiles/reports/{z}/{x}/{y}.geojson`.
package struct ReportTilesDoor: Sendable {
    private let map: LiveMap

    package init(_ map: LiveMap) {
        self.map = map
    }

    /// Adds the door's addresses.
    ///
    /// A tile needs no I/O, so it is made on the thread that asks.
    package func open(on router: inout Router) {
        router.group("/tiles/reports", cors: .publicReads) { group in
            group.get("/{z}/{x}/{y}.geojson", inline: { try tile($0) })
        }
    }

    private func tile(_ request: Request) throws -> Response {
        let parameters = request.parameters
        guard
            let tile = Tile(
                zoom: try parameters.integer("z"),
                x: try parameters.integer("x"),
                y: try parameters.integer("y")
            )
        else { throw Problem.noSuchTile }
        let content = map.snapshot.content(of: tile, view: try MapView(request.query, now: .now))
        return Response(.geoJSON, content.geoJSON())
    }
}

extension MapView {
    /// Reads `status=all`; anything else that is asked for is refused rather than passed over.
    init(_ query: Query, now: Timestamp) throws {
        var view = MapView.current(now: now)
        for item in query.items {
            guard item.name == "status" else { throw Problem.unknownFilter(item.name) }
            guard item.value == "all" else { throw Problem.unknownFilterValue(item.name) }
            view = .all
        }
        self = view
    }
}
