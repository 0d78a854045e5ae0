import Formats
import Geography
import HTTP
import Ledger
import LiveMap
import Reports
import Territory

/// Tiles of the reports, from the same index and the same cache as those of the map.
extension OGCDoor {
    func openTiles(_ group: inout RouteGroup, _ tongue: Tongue) {
        openTileSets(&group, tongue)
        let path = "/collections/{layer}/tiles/{scheme}/{z}/{row}/{column}"
        get(&group, path, in: tongue, [.vectorTile, .tile]) { visit in
            _ = try tiledLayer(visit)
            return try tile(for: visit)
        }
    }

    private func tile(for visit: LayerVisit) throws -> Response {
        let parameters = visit.request.parameters
        guard try parameters.text("scheme") == TileMatrixSet.name,
            // The row goes before the column here.
            let tile = Tile(
                zoom: try parameters.integer("z"),
                x: try parameters.integer("column"),
                y: try parameters.integer("row")
            )
        else { throw Problem.noSuchTile }
        var reader = visit.reader
        let filter = MapFilter(reading: &reader, for: visit)
        try reader.finish()
        let view = MapView(filter, on: day.value(at: visit.visit.now), for: visit.viewer)
        let variant = TileVariant(format: visit.offer.type == .geoJSON ? .geoJSON : .vectorTile, view: view)
        // What is not for everybody is kept nowhere.
        let content =
            view.viewer == .everyone
            ? cache.content(of: tile, variant, in: map) { variant.content(of: tile, in: $0) }
            : variant.content(of: tile, in: map.snapshot)
        var response = Response(tile: content, variant.format)
        response.headers.add(.cacheControl, "public, no-cache")
        return response
    }
}

extension MapFilter {
    /// Reads what a list of reports can be asked for besides box and place; all of them, if it is nothing.
    fileprivate init(reading reader: inout QueryReader, for visit: LayerVisit) {
        self = .everything
        categories = reader.set("category")
        districts = reader.set("district")
        units = reader.set("unit")
        kinds = reader.cases("kind")
        if let statuses = reader.cases("status", of: ReportStatus.self) { states = .some(statuses) }
        guard let text = reader.given("datetime") else { return }
        let time = AskedTime(parsing: text, in: visit.city.timeZone)
        if time == nil { reader.report("datetime", "format", AskedTime.expected) }
        from = time?.from
        until = time?.until
    }
}

extension QueryReader {
    fileprivate mutating func set(_ name: String) -> Set<String>? {
        let values = values(name)
        return values.isEmpty ? nil : Set(values)
    }
}

extension LayerVisit {
    /// Whose eyes the tiles are for.
    fileprivate var viewer: MapView.Viewer {
        switch audience {
        case .everyone: .everyone
        case .staff(nil): .centre
        case .staff(let unit?), .desk(let unit), .unit(let unit, _): .unit(unit)
        }
    }
}
