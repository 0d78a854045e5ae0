import Geography
import TestSupport
import Testing

struct SurroundingsTests {
    @Test func `a distance within a kilometre is the grid's, to a thousandth`() throws {
        let projection = try Projection()
        var random = SeededGenerator(21)
        for _ in 0..<500 {
            let place = try random.cityCoordinate()
            let other = try coordinate(
                place.longitude + Double.random(in: -0.009...0.009, using: &random),
                place.latitude + Double.random(in: -0.006...0.006, using: &random)
            )
            let metres = try projection.metres(of: place).distance(to: projection.metres(of: other))
            #expect(abs(Surroundings(of: place).distance(to: other) - metres) <= metres * 0.001)
            #expect(abs(place.distance(to: other) - metres) <= metres * 0.001)
        }
    }

    @Test func `a distance over the width of the city is the same both ways, and the grid's to a thousandth`()
        throws
    {
        let (west, east) = (try coordinate(19.79, 49.97), try coordinate(20.22, 50.13))
        let projection = try Projection()
        let metres = try projection.metres(of: west).distance(to: projection.metres(of: east))
        #expect(abs(west.distance(to: east) - metres) <= metres * 0.001)
        #expect(west.distance(to: east) == east.distance(to: west))
        #expect(west.distance(to: west) == 0)
    }

    // Degrees of the WGS 84 ellipsoid as textbooks print them, in metres.
    @Test(arguments: [(0.0, 110_574.3, 111_319.5), (50, 111_229.0, 71_695.8), (80, 111_659.9, 19_393.5)])
    func `a degree measures what it does on the ellipsoid`(latitude: Double, north: Double, east: Double)
        throws
    {
        let place = try coordinate(20, latitude)
        let surroundings = Surroundings(of: place)
        #expect(abs(surroundings.distance(to: try coordinate(20, latitude + 0.001)) * 1_000 - north) < 1)
        #expect(abs(surroundings.distance(to: try coordinate(20.001, latitude)) * 1_000 - east) < 1)
    }
}
