import Formats
import Geography
import Territory

/// The description of the area tiles (TileJSON 3.0.0), by which map libraries find them.
struct AreaTileJSON {
    let map: AreaMap
    let name: String
    let attribution: String
    /// Where clients reach the service, without a slash at the end.
    let base: String

    /// The description as JSON.
    func json() -> [UInt8] {
        var json = JSONWriter(reserving: 1_024)
        json.beginObject()
        json.key("tilejson")
        json.string("3.0.0")
        json.key("name")
        json.string(name)
        json.key("scheme")
        json.string("xyz")
        json.key("tiles")
        json.beginArray()
        json.string("\(base)/tiles/areas/{z}/{x}/{y}.mvt")
        json.endArray()
        json.key("minzoom")
        json.integer(AreaMap.zooms.lowerBound)
        json.key("maxzoom")
        json.integer(AreaMap.zooms.upperBound)
        if let bounds = map.bounds { write(bounds, to: &json) }
        json.key("attribution")
        json.string(([attribution] + map.attributions).map(escaped).joined(separator: " · "))
        json.key("vector_layers")
        json.beginArray()
        for layer in AreaMap.layers { write(layer, to: &json) }
        json.endArray()
        json.endObject()
        return json.bytes
    }

    private func write(_ bounds: Bounds, to json: inout JSONWriter) {
        json.key("bounds")
        json.beginArray()
        for corner in [bounds.southWest, bounds.northEast] {
            json.microdegrees(corner.longitudeMicros)
            json.microdegrees(corner.latitudeMicros)
        }
        json.endArray()
        json.key("center")
        json.beginArray()
        json.microdegrees(bounds.centre.longitudeMicros)
        json.microdegrees(bounds.centre.latitudeMicros)
        json.integer(AreaMap.overviewZoom)
        json.endArray()
    }

    private func write(_ layer: AreaMap.Layer, to json: inout JSONWriter) {
        json.beginObject()
        json.key("id")
        json.string(layer.name)
        json.key("description")
        json.string(layer.description)
        json.key("minzoom")
        json.integer(AreaMap.zooms.lowerBound)
        json.key("maxzoom")
        json.integer(AreaMap.zooms.upperBound)
        json.key("fields")
        json.beginObject()
        for (field, meaning) in layer.fields {
            json.key(field)
            json.string(meaning)
        }
        json.endObject()
        json.endObject()
    }

    /// Map libraries put the attribution into the page as HTML.
    private func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            default: escaped.append(character)
            }
        }
        return escaped
    }
}
