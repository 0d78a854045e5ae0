import Formats
import Geography
import Reports
import Territory
import TestSupport
import Testing

/// A made-up city of few areas around 20° E, 50° N, where one microdegree is 7 cm by 11 cm.
struct SmallCity {
    /// The south-west corner of everything, in microdegrees.
    static let west: Int32 = 20_000_000
    static let south: Int32 = 50_000_000

    /// A box by its corners in microdegrees from the city's south-west corner.
    static func box(_ x0: Int32, _ y0: Int32, _ x1: Int32, _ y1: Int32) throws -> Polygon<Coordinate> {
        try area([(x0, y0), (x1, y0), (x1, y1), (x0, y1)])
    }

    static func area(_ corners: [(Int32, Int32)]) throws -> Polygon<Coordinate> {
        let positions = try corners.map { try place($0.0, $0.1) }
        return Polygon(exterior: try LinearRing(positions + positions.prefix(1)))
    }

    static func place(_ x: Int32, _ y: Int32) throws -> Coordinate {
        try #require(Coordinate(longitudeMicros: west + x, latitudeMicros: south + y))
    }

    static func line(_ corners: [(Int32, Int32)]) throws -> Geometry<Coordinate> {
        .lineString(try LineString(try corners.map { try place($0.0, $0.1) }))
    }

    static func district(
        _ number: Int,
        _ parts: Polygon<Coordinate>...,
        precision: Double = 1,
        validity: Validity = .always
    ) -> District {
        District(
            code: "D\(number)",
            number: number,
            name: "District \(number)",
            outline: .multiPolygon(parts),
            precision: precision,
            validity: validity
        )
    }

    static func zone(
        _ code: String,
        _ geometry: Geometry<Coordinate>,
        width: Double = 0,
        reach: Double = 0,
        precision: Double = 5,
        use: Zone.Use = .routing,
        validity: Validity = .always
    ) -> Zone {
        Zone(
            layer: "test",
            code: code,
            name: code,
            geometry: geometry,
            width: width,
            reach: reach,
            precision: precision,
            use: use,
            source: "made up",
            validity: validity
        )
    }

    static func territory(_ districts: [District], _ zones: [Zone] = [], on day: CivilDate = Krakow.today)
        throws
        -> Territory
    {
        try Territory(
            CityAreas(
                districts: districts,
                layers: [
                    ZoneLayer(
                        code: "test",
                        name: LocalizedText(pl: "Próba", en: "Test"),
                        attribution: nil,
                        licence: nil,
                        zones: zones
                    )
                ]
            ),
            tolerance: Tolerance(gap: 30, outside: 10),
            readyFor: day
        )
    }
}
