import Formats
import Geography
import Reports
import Territory

extension FuzzProperty {
    /// Features read back equal after writing; districts and zones keep the bounds that placing relies on.
    package static let geoJSON = FuzzProperty("geojson") { bytes in
        if let collection = try? FeatureCollection(bytes) {
            for feature in collection.features {
                if let fault = differsWritten(feature) { return fault }
            }
        }
        if let districts = try? District.all(parsing: bytes) {
            if Set(districts.map(\.code)).count != districts.count { return "two districts of one code" }
            for district in districts where !(0...5_000).contains(district.precision) {
                return "a precision out of bounds"
            }
            if districts.contains(where: { $0.outline.positions.isEmpty }) { return "a district of nothing" }
            let areas = CityAreas(districts: districts)
            let written = areas.geoJSON(
                CityAreas.districtLayer,
                on: CivilDate(daysSince1970: 20_000),
                attribution: LocalizedText(pl: "a", en: "a")
            )
            if written.flatMap({ try? JSON.parse($0, limits: .file) }) == nil {
                return "districts that are written as no JSON"
            }
        }
        if let layer = try? ZoneLayer(parsing: bytes, name: "zones/park") {
            if Set(layer.zones.map(\.code)).count != layer.zones.count { return "two zones of one code" }
            for zone in layer.zones {
                if zone.geometry.positions.isEmpty { return "a zone of nothing" }
                let metres = [zone.width, zone.reach, zone.precision]
                if !metres.allSatisfy((0...5_000).contains) { return "a zone out of bounds" }
            }
        }
        return nil
    }

    private static func differsWritten(_ feature: Feature) -> String? {
        var json = JSONWriter()
        json.beginObject()
        json.key("type")
        json.string("Feature")
        json.key("properties")
        json.object(feature.properties)
        json.key("geometry")
        json.geometry(feature.geometry)
        json.endObject()
        let head = Array(#"{"type":"FeatureCollection","features":["#.utf8)
        let again = try? FeatureCollection(head + json.bytes + Array("]}".utf8))
        return again?.features.first?.geometry == feature.geometry ? nil : "written again it differs"
    }
}
