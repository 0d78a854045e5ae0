/// Points, lines or areas, in degrees or in metres.
package enum Geometry<Position: PlanePosition>: Hashable, Sendable {
    case point(Position)
    case lineString(LineString<Position>)
    case polygon(Polygon<Position>)
    case multiPoint([Position])
    case multiLineString([LineString<Position>])
    case multiPolygon([Polygon<Position>])
}

extension Geometry {
    /// Every position, ring by ring in their order.
    package var positions: [Position] {
        switch self {
        case .point(let position): [position]
        case .multiPoint(let positions): positions
        case .lineString(let line): line.positions
        case .multiLineString(let lines): lines.flatMap(\.positions)
        case .polygon(let polygon): polygon.positions
        case .multiPolygon(let polygons): polygons.flatMap(\.positions)
        }
    }

    /// The areas, if it has any.
    package var polygons: [Polygon<Position>] {
        switch self {
        case .polygon(let polygon): [polygon]
        case .multiPolygon(let polygons): polygons
        case .point, .lineString, .multiPoint, .multiLineString: []
        }
    }

    /// The same shape with each position moved, for a `transform` that keeps equal positions equal.
    func mapped<Other, Failure>(
        _ transform: ([Position]) throws(Failure) -> [Other]
    ) throws(Failure) -> Geometry<Other> {
        var moved = try transform(positions)[...]
        switch self {
        case .point: return .point(moved[0])
        case .multiPoint: return .multiPoint(Array(moved))
        case .lineString(let line): return .lineString(line.taking(from: &moved))
        case .multiLineString(let lines): return .multiLineString(lines.map { $0.taking(from: &moved) })
        case .polygon(let polygon): return .polygon(polygon.taking(from: &moved))
        case .multiPolygon(let polygons): return .multiPolygon(polygons.map { $0.taking(from: &moved) })
        }
    }
}

extension Polygon {
    /// The positions of the outer border, then of each hole.
    var positions: [Position] { exterior.positions + holes.flatMap(\.positions) }

    fileprivate func taking<Other>(from moved: inout ArraySlice<Other>) -> Polygon<Other> {
        Polygon<Other>(
            exterior: exterior.taking(from: &moved),
            holes: holes.map { $0.taking(from: &moved) }
        )
    }
}

extension LinearRing {
    fileprivate func taking<Other>(from moved: inout ArraySlice<Other>) -> LinearRing<Other> {
        defer { moved.removeFirst(positions.count) }
        return LinearRing<Other>(unchecked: Array(moved.prefix(positions.count)))
    }
}

extension LineString {
    fileprivate func taking<Other>(from moved: inout ArraySlice<Other>) -> LineString<Other> {
        defer { moved.removeFirst(positions.count) }
        return LineString<Other>(unchecked: Array(moved.prefix(positions.count)))
    }
}

extension Geometry<Coordinate> {
    /// The smallest box around everything; nil only for an empty collection.
    package var bounds: Bounds? { Bounds(enclosing: positions) }
}
