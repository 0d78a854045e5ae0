import Formats
import Geography

/// The instruments by which the checks measure: the projection to metres and the geometry library.
struct SurveyDesk: ~Copyable {
    let projection: Projection
    let context: GeometryContext

    init() throws {
        let projection = try Projection()
        context = try GeometryContext()
        self.projection = projection
    }

    func shape(_ geometry: Geometry<Coordinate>) throws -> Shape<Metres> {
        try Shape(projection.metres(of: geometry), in: context)
    }

    /// A place on the plane in degrees, as people paste it into a map: `19.937222,50.061667`.
    func degrees(x: Double, y: Double) -> String {
        guard let coordinate = try? projection.coordinate(of: Metres(x: x, y: y)) else { return "unknown" }
        var json = JSONWriter()
        json.position(coordinate)
        return String(decoding: json.bytes.dropFirst().dropLast(), as: UTF8.self)
    }

    /// What is wrong with a geometry in itself, as a finding; nil if it is sound.
    func flaw(
        of geometry: Geometry<Coordinate>,
        in document: String,
        at place: String
    ) throws -> Finding? {
        let defect: ShapeDefect?
        do {
            defect = try shape(geometry).defect()
        } catch ProjectionError.outOfReach {
            return Finding(
                .error,
                document: document,
                place: place,
                what: "reaches farther than the city's grid does",
                mend: "look for positions that are far off"
            )
        }
        guard let defect else { return nil }
        var full = place
        if let x = defect.x, let y = defect.y { full += ", \(degrees(x: x, y: y))" }
        return Finding(
            .error,
            document: document,
            place: full,
            what: "the geometry is not sound: \(SurveyDesk.words(defect.reason))",
            mend: "redraw the border there, or let a program do it ('ogr2ogr -makevalid')"
        )
    }

    private static func words(_ reason: String) -> String {
        switch reason {
        case "Self-intersection", "Ring Self-intersection": "the border crosses or touches itself"
        case "Holes are nested": "a hole lies inside of another hole"
        case "Hole lies outside shell": "a hole lies outside of the area"
        case "Nested shells": "an area lies inside of another of the same feature"
        case "Duplicate Rings": "a ring is there twice"
        case "Interior is disconnected": "holes cut the area in two"
        case "Too few points in geometry component": "it has too few different positions"
        default: reason.lowercased()
        }
    }
}

/// Square metres and metres for people: one digit after the point where that matters, none beyond a hundred.
func measured(_ value: Double) -> String {
    guard value < 100 else { return Int64(exactly: value.rounded()).map(String.init) ?? "\(value)" }
    let tenths = Int64((value * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
}
