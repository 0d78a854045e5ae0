package import Geography
import Synchronization

/// The city's districts, and the answer to where a point lies.
///
/// GEOS and PROJ keep state behind a handle, so placing is done by one thread at a time; it takes
/// microseconds and never waits for anything.
package final class Territory: Sendable {
    /// What is known of a point inside the city.
    package struct Place: Sendable, Equatable {
        package let district: District
        /// The point in the city's metric system (EPSG:2178).
        package let metres: Metres
    }

    /// All districts, by their official number.
    package let districts: [District]
    private let survey: Mutex<Survey>

    /// Prepares the districts' outlines; throws when one of them is no area.
    package init(districts: [District]) throws {
        let ordered = districts.sorted { $0.number < $1.number }
        self.districts = ordered
        survey = Mutex(try Survey(outlines: ordered.map(\.outline)))
    }

    /// The place of a point; nil outside the city.
    ///
    /// A point on a border that districts share belongs to the one with the lowest number.
    package func place(_ coordinate: Coordinate) throws -> Place? {
        let found = try survey.withLock { survey in try survey.find(coordinate) }
        return found.map { Place(district: districts[$0.index], metres: $0.metres) }
    }
}

/// The outlines in metres, ready to be asked, with the projection that leads there.
private struct Survey: ~Copyable {
    private final class Area {
        let shape: PreparedShape<Metres>

        init(_ outline: Geometry<Metres>, in context: GeometryContext) throws {
            shape = try PreparedShape(Shape(outline, in: context))
        }
    }

    private let projection: Projection
    private let areas: [Area]
    private let bounds: Bounds?

    init(outlines: [Geometry<Coordinate>]) throws {
        let projection = try Projection()
        let context = try GeometryContext()
        areas = try outlines.map { try Area(projection.metres(of: $0), in: context) }
        self.projection = projection
        bounds = Bounds(enclosing: outlines.flatMap(\.positions))
    }

    func find(_ coordinate: Coordinate) throws -> (index: Int, metres: Metres)? {
        // Far away the projection has no metres to give, and there is nothing to ask.
        guard bounds?.contains(coordinate) == true else { return nil }
        let metres = try projection.metres(of: coordinate)
        for (index, area) in areas.enumerated() where try area.shape.covers(metres) { return (index, metres) }
        return nil
    }
}
