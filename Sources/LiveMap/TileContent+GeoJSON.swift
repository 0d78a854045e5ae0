import Formats
import Geography
import Reports

extension TileContent {
    /// The tile as a GeoJSON FeatureCollection (RFC 7946, section 3.3).
    ///
    /// The bytes depend on the data and the view alone.
    package func geoJSON() -> [UInt8] {
        var json = JSONWriter(reserving: 64 + 300 * pins.count + 140 * clusters.count)
        json.beginObject()
        json.key("type")
        json.string("FeatureCollection")
        json.key("features")
        json.beginArray()
        for cluster in clusters { write(cluster, to: &json) }
        for pin in pins { write(pin, to: &json) }
        json.endArray()
        json.endObject()
        return json.bytes
    }

    private func write(_ pin: Pin, to json: inout JSONWriter) {
        json.beginObject()
        json.key("type")
        json.string("Feature")
        json.key("id")
        json.integer(pin.number)
        json.key("geometry")
        json.geometry(.point(pin.coordinate))
        json.key("properties")
        json.beginObject()
        json.key("id")
        json.string(pin.id.description)
        if let number = ReportNumber(prefix: symbols[pin.prefix], key: pin.number) {
            json.key("number")
            json.string(number.description)
        }
        json.key("category")
        json.string(symbols[pin.category])
        json.key("kind")
        json.string(pin.kind.rawValue)
        json.key("status")
        json.string(pin.status.rawValue)
        json.key("created")
        json.string(pin.created.description)
        json.key("supporters")
        json.integer(pin.supporters)
        json.endObject()
        json.endObject()
    }

    private func write(_ cluster: Cluster, to json: inout JSONWriter) {
        json.beginObject()
        json.key("type")
        json.string("Feature")
        json.key("geometry")
        json.geometry(.point(cluster.centre))
        json.key("properties")
        json.beginObject()
        json.key("cluster")
        json.bool(true)
        json.key("count")
        json.integer(cluster.count)
        json.key("open")
        json.integer(cluster.open)
        json.endObject()
        json.endObject()
    }
}
