/// Areas whose corners can be read off, as GeoJSON.
struct Square {
    let west: Double
    let south: Double
    let east: Double
    let north: Double

    /// The ring of its corners.
    var ring: String {
        "[[\(west),\(south)],[\(east),\(south)],[\(east),\(north)],[\(west),\(north)],[\(west),\(south)]]"
    }

    /// The geometry, less some holes.
    func without(_ holes: Square...) -> String {
        #"{"type":"Polygon","coordinates":[\#(([self] + holes).map(\.ring).joined(separator: ","))]}"#
    }

    /// A feature of a district.
    static func district(_ code: String, _ number: Int, _ geometry: String, _ more: String = "") -> String {
        """
        {"type":"Feature","properties":{"code":"\(code)","number":\(number),"name":"\(code)","precision_m":5\(more)},
        "geometry":\(geometry)}
        """
    }

    /// A collection of features.
    static func collection(_ features: [String], _ more: String = "") -> String {
        #"{"type":"FeatureCollection"\#(more),"features":[\#(features.joined(separator: ","))]}"#
    }
}
