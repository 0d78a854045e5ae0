import Formats
import Geography
package import Reports

extension ZoneLayer {
    /// Reads `zones/<layer>.geojson`, named after its document: `zones/park`.
    package init(parsing bytes: [UInt8], name document: String) throws(CityDataError) {
        let top = try CityDocument(parsing: bytes, name: document)
        let code = try top.text("layer")
        guard document == "zones/\(code)" else {
            throw top.error("layer", "is '\(code)', but the document is \(document)")
        }
        let features: [Feature]
        do {
            features = try FeatureCollection(.object(top.object)).features
        } catch {
            throw CityDataError(document: document, place: "", reason: "\(error)")
        }
        var zones: [Zone] = []
        var codes: Set<String> = []
        for (index, feature) in features.enumerated() {
            let properties = CityDocument(
                name: document,
                place: "features[\(index)]",
                object: feature.properties
            )
            let zone = try Zone(feature.geometry, properties, layer: code)
            guard codes.insert(zone.code).inserted else {
                throw properties.error("code", "'\(zone.code)' stands there twice")
            }
            zones.append(zone)
        }
        self.code = code
        self.name = try top.localized("name")
        attribution = try top.textIfAny("attribution")
        licence = try top.textIfAny("licence")
        self.zones = zones
    }
}

extension Zone {
    /// The widest line, reach or error that makes sense in a city.
    private static let metres = 0.0...5_000.0

    fileprivate init(
        _ geometry: Geometry<Coordinate>,
        _ properties: CityDocument,
        layer: String
    ) throws(CityDataError) {
        self.layer = layer
        self.geometry = geometry
        code = try properties.text("code")
        name = try properties.text("name")
        switch geometry {
        case .polygon, .multiPolygon:
            guard !properties.has("width_m") else { throw properties.error("width_m", "is for lines only") }
            width = 0
        case .lineString, .multiLineString:
            width = try properties.number("width_m", in: Zone.metres)
        case .point, .multiPoint:
            throw properties.error("geometry", "must be lines or areas")
        }
        guard !geometry.positions.isEmpty else { throw properties.error("geometry", "is empty") }
        reach = try properties.numberIfAny("reach_m", in: Zone.metres) ?? 0
        precision = try properties.number("precision_m", in: Zone.metres)
        use = properties.has("use") ? try properties.word("use", Use.init(rawValue:)) : .routing
        source = try properties.text("source")
        validity = try properties.validity()
    }
}
