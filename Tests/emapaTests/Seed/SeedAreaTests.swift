import Geography
import Reports
import Testing

@testable import emapa

struct SeedAreaTests {
    private func ring(_ micros: [(Int32, Int32)]) throws -> LinearRing<Coordinate> {
        try LinearRing(
            micros.map { try #require(Coordinate(longitudeMicros: $0.0, latitudeMicros: $0.1)) }
        )
    }

    @Test func `inside is what GEOS says, but for the border`() throws {
        let geometry = Geometry.polygon(
            Polygon(
                exterior: try ring([(0, 0), (40, 0), (40, 30), (20, 10), (0, 30), (0, 0)]),
                holes: [try ring([(5, 5), (10, 5), (10, 10), (5, 10), (5, 5)])]
            )
        )
        let area = try #require(SeedArea(geometry))
        let context = try GeometryContext()
        let shape = try PreparedShape(Shape(geometry, in: context))
        let border = try Shape(geometry, in: context).boundary()
        for x in Int32(-2)...42 {
            for y in Int32(-2)...32 {
                let place = try #require(Coordinate(longitudeMicros: x, latitudeMicros: y))
                // In whole microdegrees a place is on the border or at least 10^-8 degrees from it.
                let onBorder = try border.distance(to: Shape(place, in: context)) < 1e-9
                #expect(area.contains(place) == (try shape.covers(place) && !onBorder), "\(x) \(y)")
            }
        }
    }

    @Test func `lines have no inside`() throws {
        let line = try LineString([
            #require(Coordinate(longitude: 19, latitude: 50)),
            #require(Coordinate(longitude: 20, latitude: 50)),
        ])
        #expect(SeedArea(.lineString(line)) == nil)
    }
}
