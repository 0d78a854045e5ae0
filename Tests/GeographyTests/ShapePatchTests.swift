import Geography
import Testing

struct ShapePatchTests {
    private func ring(_ x: Double, _ y: Double, _ width: Double, _ height: Double) throws -> LinearRing<
        Metres
    > {
        try LinearRing([
            Metres(x: x, y: y), Metres(x: x + width, y: y), Metres(x: x + width, y: y + height),
            Metres(x: x, y: y + height), Metres(x: x, y: y),
        ])
    }

    private func shape(_ areas: [Polygon<Metres>]) throws -> Shape<Metres> {
        try Shape(.multiPolygon(areas), in: GeometryContext())
    }

    @Test func `a patch is as wide as the largest circle in it`() throws {
        let patches = try shape([Polygon(exterior: try ring(0, 0, 300, 40))]).patches()
        let patch = try #require(patches.first)
        #expect(patches.count == 1)
        #expect(patch.area == 12_000)
        #expect(abs(patch.width - 40) < 4)
        #expect((0...300).contains(patch.x) && (0...40).contains(patch.y))
    }

    @Test func `a long sliver is measured at once, by its average`() throws {
        let patch = try #require(
            try shape([Polygon(exterior: try ring(0, 0, 30_000, 0.01))]).patches().first
        )
        #expect(abs(patch.width - 0.01) < 0.000_1)
    }

    @Test func `areas that overlap are dissolved into one`() throws {
        let both = try shape([
            Polygon(exterior: try ring(0, 0, 10, 10)), Polygon(exterior: try ring(5, 0, 10, 10)),
        ])
        #expect(try both.dissolved().area() == 150)
        #expect(try both.dissolved().gaps().isEmpty)
    }

    @Test func `a gap is what lies between areas, not the areas in it`() throws {
        let frame = Polygon(exterior: try ring(0, 0, 100, 100), holes: [try ring(20, 20, 60, 60)])
        let island = Polygon(exterior: try ring(30, 30, 40, 40))
        let gaps = try shape([frame, island]).dissolved().gaps()
        #expect(gaps.map(\.area) == [2_000])
        let gap = try #require(gaps.first)
        #expect(gap.width > 9 && gap.width < 15)
        #expect(!(30...70).contains(gap.x) || !(30...70).contains(gap.y))
    }

    @Test func `a line has no patches`() throws {
        let line = try LineString([Metres(x: 0, y: 0), Metres(x: 1, y: 1)])
        #expect(try Shape(.lineString(line), in: GeometryContext()).patches().isEmpty)
    }
}
