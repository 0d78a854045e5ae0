import Geography
import Territory

/// The areas in force for the peers, in metres, so that all ask about the same numbers.
///
/// A line for each: `district` or `zone`, the code, the metres within which it still contains a place, and the
/// geometry in EPSG:2178 as well-known text with every digit. Their order is ours: an answer names an area by its
/// place among its kind.
enum AreaFile {
    static func write(_ areas: AreasInForce, to path: String) throws {
        let projection = try Projection()
        var lines = ""
        for district in areas.districts {
            let drawn = try projection.metres(of: district.outline)
            lines += "district\t\(district.code)\t0.0\t\(drawn.wellKnownText)\n"
        }
        for zone in areas.zones {
            let drawn = try projection.metres(of: zone.geometry)
            lines += "zone\t\(zone.identifier)\t\(zone.width / 2 + zone.reach)\t\(drawn.wellKnownText)\n"
        }
        try File.write(Array(lines.utf8), to: path)
    }
}

extension Geometry<Metres> {
    /// Of lines and areas; a district or a zone is nothing else.
    fileprivate var wellKnownText: String {
        switch self {
        case .point, .multiPoint: "GEOMETRYCOLLECTION EMPTY"
        case .lineString(let line): "LINESTRING \(text(line.positions))"
        case .multiLineString(let lines): "MULTILINESTRING \(list(lines.map { text($0.positions) }))"
        case .polygon(let polygon): "POLYGON \(text(polygon))"
        case .multiPolygon(let polygons): "MULTIPOLYGON \(list(polygons.map(text)))"
        }
    }

    private func text(_ polygon: Polygon<Metres>) -> String {
        list(([polygon.exterior] + polygon.holes).map { text($0.positions) })
    }

    private func text(_ positions: [Metres]) -> String { list(positions.map { "\($0.x) \($0.y)" }) }

    private func list(_ parts: [String]) -> String { "(\(parts.joined(separator: ", ")))" }
}
