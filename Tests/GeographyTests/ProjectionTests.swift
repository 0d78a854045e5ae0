import Geography
import TestSupport
import Testing

struct ProjectionTests {
    // Worked out apart from PROJ: Krüger's series to the sixth order on GRS 80 (meridian 21 degrees east,
    // scale 0.999923, false easting 7,500,000 m).
    @Test(arguments: [
        (19.937_222, 50.061_667, 7_423_907.4609, 5_547_820.1962),
        (19.79, 49.97, 7_413_201.9580, 5_537_785.6256),
        (20.22, 50.13, 7_444_232.8518, 5_555_170.5718),
        (21, 50, 7_500_000, 5_540_420.3963),
    ])
    func `places are where the grid's formula puts them, easting first`(
        longitude: Double,
        latitude: Double,
        easting: Double,
        northing: Double
    ) throws {
        let place = try Projection().metres(of: coordinate(longitude, latitude))
        #expect(abs(place.x - easting) < 0.001)
        #expect(abs(place.y - northing) < 0.001)
    }

    @Test func `a coordinate comes back from its metres`() throws {
        let projection = try Projection()
        var random = SeededGenerator(10)
        let places = try (0..<5_000).map { _ in try random.cityCoordinate() }
        #expect(try projection.coordinates(of: projection.metres(of: places)) == places)
    }

    @Test func `many at once are the same as one by one`() throws {
        let projection = try Projection()
        var random = SeededGenerator(11)
        let places = try (0..<500).map { _ in try random.cityCoordinate() }
        let together = try projection.metres(of: places)
        for (place, metres) in zip(places, together) {
            #expect(try projection.metres(of: place) == metres)
            #expect(try projection.coordinate(of: metres) == place)
        }
        #expect(try projection.metres(of: []).isEmpty)
    }

    @Test(arguments: [Metres(x: .nan, y: 0), Metres(x: .infinity, y: 0), Metres(x: 1e30, y: 1e30)])
    func `metres that are nowhere are a typed error`(place: Metres) throws {
        let projection = try Projection()
        #expect(throws: ProjectionError.outOfReach) { _ = try projection.coordinate(of: place) }
    }

    @Test func `a geometry keeps its kind and its rings`() throws {
        let projection = try Projection()
        let outer = try LinearRing([
            coordinate(19.9, 50), coordinate(20, 50), coordinate(20, 50.1), coordinate(19.9, 50),
        ])
        let hole = try LinearRing([
            coordinate(19.97, 50.01), coordinate(19.98, 50.01), coordinate(19.98, 50.02),
            coordinate(19.97, 50.01),
        ])
        let area = Polygon(exterior: outer, holes: [hole])
        guard case .multiPolygon(let moved) = try projection.metres(of: Geometry.multiPolygon([area, area]))
        else { throw ProjectionError.outOfReach }
        #expect(moved.count == 2)
        #expect(moved[1].exterior.positions == (try projection.metres(of: outer.positions)))
        #expect(moved[1].holes.map(\.positions) == [try projection.metres(of: hole.positions)])
    }
}
