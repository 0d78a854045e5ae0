import Formats
import Geography

/// The description of vector tiles (TileJSON 3.0.0), by which map libraries find them.
struct TileJSON {
    /// A layer of the tiles.
    struct Layer {
        let name: String
        let description: String
        /// What a feature's properties are called, and what they say.
        let fields: [(name: String, meaning: String)]
    }

    let name: String
    /// The address of a tile in full, with `{z}`, `{x}` and `{y}`.
    let tiles: String
    let zooms: ClosedRange<Int>
    /// What the tiles cover, if it is known.
    let bounds: Bounds?
    /// A zoom at which all of it is seen.
    let overviewZoom: Int
    /// Whom to name, as plain text.
    let attributions: [String]
    let layers: [Layer]

    /// The description as JSON.
    func json() -> [UInt8] {
        var json = JSONWriter(reserving: 2_048)
        json.beginObject()
        json.key("tilejson")
        json.string("3.0.0")
        json.key("name")
        json.string(name)
        json.key("scheme")
        json.string("xyz")
        json.key("tiles")
        json.beginArray()
        json.string(tiles)
        json.endArray()
        writeZooms(to: &json)
        if let bounds { write(bounds, to: &json) }
        json.key("attribution")
        json.string(attributions.map(escaped).joined(separator: " · "))
        json.key("vector_layers")
        json.beginArray()
        for layer in layers { write(layer, to: &json) }
        json.endArray()
        json.endObject()
        return json.bytes
    }

    private func writeZooms(to json: inout JSONWriter) {
        json.key("minzoom")
        json.integer(zooms.lowerBound)
        json.key("maxzoom")
        json.integer(zooms.upperBound)
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
        json.integer(overviewZoom)
        json.endArray()
    }

    private func write(_ layer: Layer, to json: inout JSONWriter) {
        json.beginObject()
        json.key("id")
        json.string(layer.name)
        json.key("description")
        json.string(layer.description)
        writeZooms(to: &json)
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
