import Formats
import Geography
import Territory

/// The city as a small drawing with its districts, on which a dot shows where a report lies: no script draws it, and it
/// prints.
struct Locator: Sendable {
    /// The drawing's width in its own units, of which it is about half as many pixels wide.
    private static let width = 640.0
    /// Points that lie nearer to each other than this fall into one.
    private static let step = 4.0

    private let frame: Frame?
    private let districts: [(code: String, path: String)]

    /// Draws the districts of a day.
    init(_ areas: CityAreas, on day: CivilDate) {
        let inForce = areas.inForce(on: day)
        let frame = inForce.bounds.map { Frame($0, width: Locator.width) }
        self.frame = frame
        districts = inForce.districts.map { district in
            let rings = district.outline.polygons.map(\.exterior.positions)
            return (district.code, rings.map { frame?.path($0, step: Locator.step) ?? "" }.joined())
        }
    }

    /// The drawing with a dot at a place and its district marked; nothing where the city has no outline.
    ///
    /// Its classes are those of the style sheets; whoever shows it says what it is.
    func drawing(of place: Coordinate, in district: String) -> String {
        guard let frame else { return "" }
        var drawing = "<svg class=\"locator\" viewBox=\"0 0 \(frame.size)\" aria-hidden=\"true\">"
        for outline in districts {
            let marked = outline.code == district ? " locator-chosen" : ""
            drawing += "<path class=\"locator-district\(marked)\" d=\"\(outline.path)\"/>"
        }
        let (x, y) = frame.point(place)
        drawing += "<circle class=\"locator-halo\" cx=\"\(x)\" cy=\"\(y)\" r=\"22\"/>"
        drawing += "<circle class=\"locator-dot\" cx=\"\(x)\" cy=\"\(y)\" r=\"10\"/></svg>"
        return drawing
    }
}

/// Where a coordinate stands in a drawing.
private struct Frame: Sendable {
    private let bounds: Bounds
    private let scale: (x: Double, y: Double)
    private let height: Double
    private let width: Double

    /// A frame around a box; a degree of latitude is longer in it than one of longitude, as on the ground.
    init(_ bounds: Bounds, width: Double) {
        let degree = Circle(around: bounds.northEast, metres: 0).metresPerDegree
        let across = width / max(bounds.east - bounds.west, 1e-6)
        self.bounds = bounds
        self.width = width
        scale = (across, across * degree.north / degree.east)
        height = (bounds.north - bounds.south) * scale.y
    }

    /// Width and height as a view box has them.
    var size: String { "\(Frame.short(width)) \(Frame.short(height))" }

    /// A coordinate's place, as an attribute has it.
    func point(_ place: Coordinate) -> (x: String, y: String) {
        let (x, y) = position(place)
        return (Frame.short(x), Frame.short(y))
    }

    /// A ring without the points that nobody would see.
    func path(_ ring: [Coordinate], step: Double) -> String {
        var path = ""
        var last: (x: Double, y: Double)?
        for coordinate in ring.dropLast() {
            let next = position(coordinate)
            if let last, abs(next.x - last.x) < step, abs(next.y - last.y) < step { continue }
            path += (last == nil ? "M" : "L") + Frame.short(next.x) + " " + Frame.short(next.y)
            last = next
        }
        return path + "Z"
    }

    private func position(_ place: Coordinate) -> (x: Double, y: Double) {
        ((place.longitude - bounds.west) * scale.x, (bounds.north - place.latitude) * scale.y)
    }

    /// Half a pixel is exact enough.
    private static func short(_ value: Double) -> String { String(Int(value.rounded())) }
}
