package import Formats
import Geography
import Reports

extension CityAreas {
    /// The code of the districts' layer; every other layer is one of zones.
    package static let districtLayer = "districts"

    /// The codes of all layers, the districts first.
    package var layerCodes: [String] { [CityAreas.districtLayer] + layers.map(\.code) }

    /// One layer as it is in force on a day, a GeoJSON FeatureCollection for maps; nil if there is no such layer.
    ///
    /// `attribution` is whom to name wherever the districts are shown.
    package func geoJSON(_ code: String, on day: CivilDate, attribution: LocalizedText) -> [UInt8]? {
        if code == CityAreas.districtLayer {
            return collection(code, attribution: attribution) { json in
                for district in districts where district.validity.contains(day) { json.feature(district) }
            }
        }
        guard let layer = layers.first(where: { $0.code == code }) else { return nil }
        let named = layer.attribution.map { LocalizedText(pl: $0, en: $0) }
        return collection(code, attribution: named) { json in
            for zone in layer.zones where zone.validity.contains(day) { json.feature(zone) }
        }
    }

    private func collection(
        _ code: String,
        attribution: LocalizedText?,
        _ features: (inout JSONWriter) -> Void
    ) -> [UInt8] {
        var json = JSONWriter(reserving: 128 << 10)
        json.beginObject()
        json.key("type")
        json.string("FeatureCollection")
        json.key("layer")
        json.string(code)
        json.key("layers")
        json.beginArray()
        for code in layerCodes { json.string(code) }
        json.endArray()
        if let attribution {
            json.key("attribution")
            json.localized(attribution)
        }
        json.key("features")
        json.beginArray()
        features(&json)
        json.endArray()
        json.endObject()
        return json.bytes
    }
}

extension JSONWriter {
    fileprivate mutating func feature(_ district: District) {
        beginFeature(district.outline)
        key("code")
        string(district.code)
        key("number")
        integer(district.number)
        key("name")
        string(district.name)
        key("precision_m")
        number(district.precision)
        validity(district.validity)
        endFeature(id: district.number)
    }

    fileprivate mutating func feature(_ zone: Zone) {
        beginFeature(zone.geometry)
        key("layer")
        string(zone.layer)
        key("code")
        string(zone.code)
        key("name")
        string(zone.name)
        key("use")
        string(zone.use.rawValue)
        if zone.width > 0 {
            key("width_m")
            number(zone.width)
        }
        key("precision_m")
        number(zone.precision)
        key("source")
        string(zone.source)
        validity(zone.validity)
        endFeature(id: nil)
    }

    private mutating func validity(_ validity: Validity) {
        if let from = validity.from {
            key("valid_from")
            string(from.description)
        }
        if let until = validity.until {
            key("valid_until")
            string(until.description)
        }
    }

    private mutating func beginFeature(_ geometry: Geometry<Coordinate>) {
        beginObject()
        key("type")
        string("Feature")
        key("geometry")
        self.geometry(geometry)
        key("properties")
        beginObject()
    }

    private mutating func endFeature(id: Int?) {
        endObject()
        if let id {
            key("id")
            integer(id)
        }
        endObject()
    }
}
