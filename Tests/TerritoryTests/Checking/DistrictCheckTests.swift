import Formats
import Territory
import Testing

/// Districts are squares of 0.01 degrees: about 715 m from west to east, 1,112 m from south to north.
struct DistrictCheckTests {
    private static let whole = Square(west: 19.9, south: 50, east: 19.94, north: 50.04)
    private static let inner = Square(west: 19.91, south: 50.01, east: 19.92, north: 50.02)
    private static let left = Square(west: 19.9, south: 50, east: 19.91, north: 50.01)
    private static let right = Square(west: 19.91, south: 50, east: 19.92, north: 50.01)

    /// What is found about districts, the notes on missing official areas aside.
    private func findings(_ districts: [String], on day: String = "2026-11-01") throws -> [Finding] {
        let city = CityDocuments(version: 1).with("districts", Square.collection(districts))
        return CityChecks.findings(in: city, on: try #require(CivilDate(parsing: day)))
            .filter { $0.document == "districts" && $0.severity != .note }
    }

    @Test func `districts that share a border cover the city`() throws {
        let found = try findings([
            Square.district("I", 1, Self.left.without()), Square.district("II", 2, Self.right.without()),
        ])
        #expect(found.isEmpty)
    }

    @Test(arguments: [
        // 100 m of gap all around an inner district, which no place in it can bridge.
        (0.0014, Finding.Severity.error, "places in it have no district"),
        (0.0002, .warning, "places in it go to the nearest district"),
    ])
    func `a gap is told with its place and its size, without the district inside of it`(
        slack: Double,
        severity: Finding.Severity,
        consequence: String
    ) throws {
        let hole = Square(
            west: Self.inner.west - slack,
            south: Self.inner.south - slack,
            east: Self.inner.east + slack,
            north: Self.inner.north + slack
        )
        let found = try findings([
            Square.district("I", 1, Self.whole.without(hole)),
            Square.district("II", 2, Self.inner.without()),
        ])
        #expect(found.map(\.severity) == [severity])
        let gap = try #require(found.first)
        #expect(gap.what.hasSuffix(consequence))
        #expect(gap.what.hasPrefix("a gap of "))
        #expect(gap.place.hasPrefix("19.9"))
        // The inner district alone has 797,000 m².
        let area = try #require(gap.what.split(separator: " ").compactMap { Double($0) }.first)
        #expect(area < 800_000)
    }

    @Test(arguments: [(0.0008, Finding.Severity.error), (0.000_05, .warning)])
    func `an overlap is told with both districts and the one that wins`(
        overlap: Double,
        severity: Finding.Severity
    ) throws {
        let wider = Square(west: 19.91 - overlap, south: 50, east: 19.92, north: 50.01)
        let found = try findings([
            Square.district("II", 2, Self.left.without()), Square.district("I", 1, wider.without()),
        ])
        #expect(found.map(\.severity) == [severity])
        let what = try #require(found.first).what
        #expect(what.hasPrefix("I and II overlap by "))
        #expect(what.hasSuffix("places in it go to I"))
    }

    @Test func `a district that is an island of another is no overlap`() throws {
        let found = try findings([
            Square.district("I", 1, Self.whole.without(Self.inner)),
            Square.district("II", 2, Self.inner.without()),
        ])
        #expect(found.isEmpty)
    }

    @Test(arguments: [
        (
            #"{"type":"Polygon","coordinates":[[[19.9,50],[19.91,50.01],[19.91,50],[19.9,50.01],[19.9,50]]]}"#,
            "the border crosses or touches itself", "19.905,50.005"
        ),
        (
            Self.whole.without(
                Square(west: 19.905, south: 50.005, east: 19.935, north: 50.035),
                Self.inner
            ), "a hole lies inside of another hole", ""
        ),
        (
            Self.left.without(Square(west: 19.95, south: 50.05, east: 19.96, north: 50.06)),
            "a hole lies outside of the area", ""
        ),
    ])
    func `a border that is not sound is told with its place`(
        geometry: String,
        reason: String,
        place: String
    ) throws {
        let found = try findings([Square.district("I", 1, geometry)])
        #expect(found.map(\.severity) == [.error])
        let flaw = try #require(found.first)
        #expect(flaw.what == "the geometry is not sound: \(reason)")
        #expect(flaw.place.hasPrefix("features[0] (I), \(place)"))
    }

    @Test(arguments: [(797_000, 0), (700_000, 1), (900_000, 1)])
    func `an area is compared with the official figure`(official: Int, count: Int) throws {
        let more = #","official_area_m2":\#(official)"#
        let found = try findings([Square.district("I", 1, Self.left.without(), more)])
        #expect(found.count == count)
        #expect(found.allSatisfy { $0.severity == .error && $0.what.contains("the official \(official) m²") })
    }

    @Test func `two districts of a day must not share a number`() throws {
        let found = try findings([
            Square.district("I", 1, Self.left.without()), Square.district("II", 1, Self.right.without()),
        ])
        #expect(found.map(\.what) == ["1 is the number of I too"])
        let later = try findings([
            Square.district("I", 1, Self.left.without(), #","valid_until":"2027-01-01""#),
            Square.district("II", 1, Self.left.without(), #","valid_from":"2027-01-01""#),
        ])
        #expect(later.isEmpty)
    }

    @Test func `coverage is looked at on every day on which it changes`() throws {
        let merged = Square(west: 19.9, south: 50, east: 19.92, north: 50.01)
        let reform = [
            Square.district("I", 1, Self.left.without(), #","valid_until":"2027-01-01""#),
            Square.district("II", 2, Self.right.without(), #","valid_until":"2027-03-01""#),
            Square.district("III", 3, merged.without(), #","valid_from":"2027-01-01""#),
        ]
        let found = try findings(reform)
        #expect(found.count == 1)
        let overlap = try #require(found.first)
        #expect(overlap.what.hasPrefix("II and III overlap by"))
        #expect(overlap.place.hasSuffix(", from 2027-01-01"))
    }

    @Test func `days without any district are an error`() throws {
        let found = try findings([
            Square.district("I", 1, Self.left.without(), #","valid_until":"2027-01-01""#)
        ])
        #expect(found.map(\.what) == ["no district is in force"])
        #expect(found.first?.place.hasSuffix("from 2027-01-01") == true)
    }

    @Test func `a district that reaches around the world is told, not measured`() throws {
        let found = try findings([
            Square.district("I", 1, Square(west: -170, south: -80, east: 170, north: 80).without()),
            Square.district("II", 2, Self.right.without()),
        ])
        #expect(found.map(\.severity) == [.error])
        #expect(found.first?.place == "features[0] (I)")
        #expect(found.first?.what == "reaches far beyond the city")
    }
}
