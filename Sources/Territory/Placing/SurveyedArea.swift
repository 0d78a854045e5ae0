import Geography

/// A district or a zone in metres with its index, ready to be asked; a class, as C handles cannot be copied.
final class SurveyedArea {
    let box: MetreBox
    private let shape: PreparedShape<Metres>
    /// The border of an area; nil for lines, which have no inside.
    private let border: PreparedShape<Metres>?

    /// Projects and prepares an area.
    init(
        _ drawn: Geometry<Coordinate>,
        named name: String,
        _ projection: borrowing Projection,
        in context: GeometryContext
    ) throws {
        let geometry = try projection.metres(of: drawn)
        guard let box = MetreBox(enclosing: geometry.positions) else { throw EmptyArea(name: name) }
        self.box = box
        shape = try PreparedShape(Shape(geometry, in: context))
        border =
            geometry.polygons.isEmpty ? nil : try PreparedShape(Shape(geometry, in: context).boundary())
    }

    /// Whether a place is inside or on the border.
    func covers(_ place: Metres) throws -> Bool {
        try box.contains(place, within: 0) && shape.covers(place)
    }

    /// Metres to the area or line; 0 inside.
    func distance(to place: Metres) throws -> Double {
        try shape.distance(to: place)
    }

    /// Metres from a place inside to the border; 0 for lines.
    func depth(of place: Metres) throws -> Double {
        try border?.distance(to: place) ?? 0
    }

    /// Everything within so many metres, as closed lines whose error is `Survey.bufferError` of the distance.
    func outlines(within distance: Double) throws -> [Outline] {
        guard distance > 0 else { return try shape.shape.outlines() }
        return try shape.shape.buffered(by: distance, segments: 48).outlines()
    }
}

/// An area without any position.
struct EmptyArea: Error, CustomStringConvertible {
    let name: String

    var description: String { "the area '\(name)' is empty" }
}
