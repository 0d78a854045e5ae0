import Geography
import Territory
import TestSupport
import Testing

struct GridTests {
    @Test(.timeLimit(.minutes(5)))
    func `the grid never answers otherwise than GEOS alone, anywhere in the city`() throws {
        let layout = try Krakow.territory.layout(on: Krakow.today)
        var random = SeededGenerator(3)
        let bounds = try #require(layout.areas.bounds)
        let points = Points.random(1_000_000, in: bounds, using: &random)
        #expect(try differing(points, in: layout) == nil)
        #expect(layout.surveyed(of: points) < 20_000)
    }

    @Test(.timeLimit(.minutes(5)))
    func `the grid never answers otherwise than GEOS alone, within a metre of every sort of border`() throws {
        let layout = try Krakow.territory.layout(on: Krakow.today)
        var random = SeededGenerator(4)
        let points = try Points.nearBorders(200_000, of: layout.areas, using: &random)
        #expect(try differing(points, in: layout) == nil)
        // They really are where it matters: hardly any can be answered by the grid.
        #expect(layout.surveyed(of: points) > 190_000)
    }

    @Test func `gaps, overlaps, holes and the strip outside are GEOS's too`() throws {
        let districts = [
            SmallCity.district(1, try SmallCity.box(0, 0, 3_000, 3_000)),
            // Overlaps the first by 100, leaves a gap of 300 to the third.
            SmallCity.district(2, try SmallCity.box(2_900, 0, 6_000, 3_000)),
            SmallCity.district(
                3,
                try SmallCity.box(0, 3_300, 6_000, 6_000),
                try SmallCity.box(0, 3_000, 200, 3_300),
                try SmallCity.box(5_800, 3_000, 6_000, 3_300)
            ),
        ]
        let zones = [
            SmallCity.zone("park", .polygon(try SmallCity.box(500, 500, 1_500, 900)), reach: 12),
            SmallCity.zone(
                "stream",
                try SmallCity.line([(-500, 2_000), (1_000, 2_500), (1_040, 2_400), (7_000, 2_450)]),
                width: 9
            ),
        ]
        let layout = try SmallCity.territory(districts, zones).layout(on: Krakow.today)
        var random = SeededGenerator(5)
        let around = try #require(layout.areas.bounds.map { Bounds(around: $0.centre, metres: 600) })
        #expect(try differing(Points.random(100_000, in: around, using: &random), in: layout) == nil)
        let near = try Points.nearBorders(50_000, of: layout.areas, using: &random)
        #expect(try differing(near, in: layout) == nil)
    }

    @Test func `the grid stays small`() throws {
        let layout = try Krakow.territory.layout(on: Krakow.today)
        #expect(layout.gridBytes < 16 << 20)
    }

    @Test func `a city as large as a country gets larger cells and the same answers`() throws {
        let districts = [
            SmallCity.district(1, try SmallCity.box(-3_000_000, -500_000, 0, 3_000_000)),
            SmallCity.district(2, try SmallCity.box(0, -500_000, 2_500_000, 3_000_000)),
        ]
        let layout = try SmallCity.territory(districts).layout(on: Krakow.today)
        #expect(layout.gridBytes < 16 << 20)
        var random = SeededGenerator(6)
        let bounds = try #require(layout.areas.bounds)
        #expect(try differing(Points.random(20_000, in: bounds, using: &random), in: layout) == nil)
    }

    @Test(arguments: [(0.0, 0.0), (-180.0, -90.0), (180.0, 90.0), (20.0, -50.0), (-160.0, 50.0)])
    func `a place far away lies in no area`(longitude: Double, latitude: Double) throws {
        let layout = try Krakow.territory.layout(on: Krakow.today)
        let coordinate = try #require(Coordinate(longitude: longitude, latitude: latitude))
        #expect(try layout.number(at: coordinate) == 0)
        #expect(try layout.surveyedNumber(at: coordinate) == 0)
    }

    /// The first point at which the two differ.
    private func differing(_ points: [Coordinate], in layout: Layout) throws -> Coordinate? {
        try points.first { try layout.number(at: $0) != layout.surveyedNumber(at: $0) }
    }
}
