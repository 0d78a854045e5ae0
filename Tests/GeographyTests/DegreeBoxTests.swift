import Geography
import TestSupport
import Testing

struct DegreeBoxTests {
    private func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double) throws -> DegreeBox {
        try #require(DegreeBox(west: west, south: south, east: east, north: north))
    }

    private func line(_ positions: [(Double, Double)]) throws -> LineString<Coordinate> {
        let places = try positions.map { try #require(Coordinate(longitude: $0.0, latitude: $0.1)) }
        return try LineString(places)
    }

    private func area(_ positions: [(Double, Double)]) throws -> LinearRing<Coordinate> {
        let places = try positions.map { try #require(Coordinate(longitude: $0.0, latitude: $0.1)) }
        return try LinearRing(places)
    }

    @Test func `only numbers on Earth make a box`() {
        #expect(DegreeBox(west: -180, south: -90, east: 180, north: 90) != nil)
        for (west, south, east, north) in [
            (-180.1, 0.0, 1.0, 1.0), (0, -90.1, 1, 1), (0, 0, 180.1, 1), (0, 0, 1, 90.1), (0, 2, 1, 1),
            (.nan, 0, 1, 1), (0, .infinity, 1, 1),
        ] {
            #expect(DegreeBox(west: west, south: south, east: east, north: north) == nil)
        }
    }

    @Test func `what is printed decides, to the last digit of what was asked for`() throws {
        let place = try #require(Coordinate(longitude: 19.937313, latitude: 50.061731))
        #expect(try box(19.937313, 50.061731, 19.937313, 50.061731).contains(place))
        #expect(try box(19.937_312_9, 50.061_730_9, 19.937_313_1, 50.061_731_1).contains(place))
        #expect(try !box(19.937_313_1, 50, 20, 51).contains(place))
        #expect(try !box(19, 50, 19.937_312_9, 51).contains(place))
        #expect(try !box(19, 50.061_731_1, 20, 51).contains(place))
    }

    @Test func `a box over the 180th meridian holds both its sides`() throws {
        let box = try box(177, -20, -178, -10)
        for (longitude, isInside) in [
            (177.0, true), (180, true), (-180, true), (-178, true), (0, false), (176.9, false),
        ] {
            let place = try #require(Coordinate(longitude: longitude, latitude: -15))
            #expect(box.contains(place) == isInside)
        }
        #expect(box.cover.count == 2)
    }

    @Test func `a line meets a box that it goes through without a corner in it`() throws {
        let line = Geometry.lineString(try line([(0, 0), (10, 10)]))
        #expect(try box(4, 3, 6, 7).meets(line))
        #expect(try box(5, 5, 5, 5).meets(line))
        #expect(try !box(6, 1, 9, 4).meets(line))
        #expect(try !box(11, 11, 12, 12).meets(line))
        let upright = Geometry.lineString(try self.line([(3, 0), (3, 10)]))
        #expect(try box(2, 4, 4, 5).meets(upright) && !box(3.1, 4, 4, 5).meets(upright))
    }

    @Test func `an area meets a box within it, but not one in its hole or beside it`() throws {
        let square = try area([(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)])
        let hole = try area([(4, 4), (6, 4), (6, 6), (4, 6), (4, 4)])
        let area = Geometry.polygon(Polygon(exterior: square, holes: [hole]))
        #expect(try box(1, 1, 2, 2).meets(area))
        #expect(try box(-1, -1, 11, 11).meets(area))
        #expect(try !box(4.5, 4.5, 5.5, 5.5).meets(area))
        #expect(try box(4.5, 4.5, 6.5, 5.5).meets(area))
        #expect(try !box(11, 0, 12, 10).meets(area))
        #expect(try box(10, 10, 12, 12).meets(area))
        // Its box meets the area's box, the area itself does not reach so far.
        let corner = Geometry.polygon(
            Polygon(exterior: try self.area([(0, 0), (10, 0), (0, 10), (0, 0)]), holes: [])
        )
        #expect(try !box(8, 8, 9, 9).meets(corner))
    }
}
