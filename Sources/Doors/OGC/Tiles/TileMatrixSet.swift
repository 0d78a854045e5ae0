import Formats
import Geography

/// The one way in which tiles lie here: WebMercatorQuad, as the OGC's Tile Matrix Set standard has it.
enum TileMatrixSet {
    static let name = "WebMercatorQuad"
    static let title = "Google Maps Compatible for the World"
    static let crs = "http://www.opengis.net/def/crs/EPSG/0/3857"
    static let uri = "http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad"
    private static let edge = 20_037_508.342789244
    private static let size = 256
    /// The standard's pixel is 0.28 mm.
    private static let pixel = 0.00028

    /// Writes the definition's members.
    static func write(to json: inout JSONWriter) {
        json.key("id")
        json.string(name)
        json.key("title")
        json.string(title)
        json.key("uri")
        json.string(uri)
        json.key("crs")
        json.string(crs)
        json.key("orderedAxes")
        json.strings(["X", "Y"])
        json.key("wellKnownScaleSet")
        json.string("http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible")
        json.key("tileMatrices")
        json.beginArray()
        for zoom in Tile.zooms { matrix(zoom, to: &json) }
        json.endArray()
    }

    private static func matrix(_ zoom: Int, to json: inout JSONWriter) {
        let count = 1 << zoom
        let cell = 2 * edge / Double(size) / Double(count)
        json.beginObject()
        json.key("id")
        json.string(String(zoom))
        json.key("scaleDenominator")
        json.number(cell / pixel)
        json.key("cellSize")
        json.number(cell)
        json.key("cornerOfOrigin")
        json.string("topLeft")
        json.key("pointOfOrigin")
        json.beginArray()
        json.number(-edge)
        json.number(edge)
        json.endArray()
        for (name, value) in [
            ("tileWidth", size), ("tileHeight", size), ("matrixWidth", count), ("matrixHeight", count),
        ] {
            json.key(name)
            json.integer(value)
        }
        json.endObject()
    }
}
