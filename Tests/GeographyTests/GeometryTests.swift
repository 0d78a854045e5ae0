import Geography
import Testing

struct GeometryTests {
    @Test func `a ring of three positions is refused`() throws {
        let positions = try [coordinate(0, 0), coordinate(1, 0), coordinate(0, 0)]
        #expect(throws: GeometryFlaw.ringTooShort(3)) { try LinearRing(positions) }
    }

    @Test func `a ring that doesn't end where it began is refused`() throws {
        let positions = try [coordinate(0, 0), coordinate(1, 0), coordinate(1, 1), coordinate(0, 1)]
        #expect(throws: GeometryFlaw.ringNotClosed) { try LinearRing(positions) }
    }

    @Test func `a line of one position is refused`() throws {
        let positions = try [coordinate(0, 0)]
        #expect(throws: GeometryFlaw.lineTooShort(1)) { try LineString(positions) }
    }

    @Test func `bounds are around all parts`() throws {
        let lines = Geometry.multiLineString([
            try LineString([coordinate(0, 0), coordinate(1, 2)]),
            try LineString([coordinate(-3, 0), coordinate(1, 1)]),
        ])
        #expect(lines.bounds == Bounds(west: -3, south: 0, east: 1, north: 2))
        #expect(Geometry<Coordinate>.multiPoint([]).bounds == nil)
    }
}
