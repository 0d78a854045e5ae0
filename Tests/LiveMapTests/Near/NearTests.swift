import Formats
import Geography
import Reports
import Testing

@testable import LiveMap

struct NearTests {
    private static let now = Timestamp(seconds: 1_780_000_000)

    private func ago(days: Int64) -> Timestamp { NearTests.now.advanced(bySeconds: -86_400 * days) }

    private func map(_ marks: [ReportMark]) throws -> LiveMap {
        let map = LiveMap(on: try MapDay("2026-06-30"))
        map.apply(marks)
        return map
    }

    private func near(
        _ map: LiveMap,
        within metres: Double = 150,
        categories: [String: Double] = ["road.pothole": 0],
        moment: Timestamp = NearTests.now,
        limit: Int = 40,
        for viewer: MapView.Viewer = .everyone
    ) throws -> [NearReport] {
        let place = try #require(Coordinate(longitude: 19.9, latitude: 50.0))
        return map.snapshot.near(
            NearQuestion(
                at: place,
                within: metres,
                categories: categories,
                moment: moment,
                closedSince: moment.advanced(bySeconds: -30 * 86_400),
                metresPerDay: 1,
                mostMetresForAge: 30,
                metresForClosed: 100,
                limit: limit,
                for: viewer
            )
        )
    }

    @Test
    func `the nearest comes first, with its true distance, and what lies farther than the radius never`()
        throws
    {
        let map = try map([
            try .sample(serial: 1, longitude: 19.901_0, created: NearTests.now),
            try .sample(serial: 2, longitude: 19.900_5, created: NearTests.now),
            try .sample(serial: 3, longitude: 19.902_2, created: NearTests.now),
        ])
        let found = try near(map)
        #expect(found.map(\.number.serial) == [2, 1])
        // A degree of longitude measures 71,696 m on 50 degrees north.
        #expect(abs((found.last?.metres ?? 0) - 71.7) < 0.1)
        #expect(try near(map, within: 5_000).count == 3)
    }

    @Test func `another category, age and closing rank a report farther away, and none changes its distance`()
        throws
    {
        let map = try map([
            try .sample(serial: 1, created: ago(days: 20), closed: ago(days: 1)),
            try .sample(serial: 2, created: ago(days: 1_000)),
            try .sample(serial: 3, created: NearTests.now, category: "noise"),
            try .sample(serial: 4, longitude: 19.901, created: NearTests.now),
        ])
        let found = try near(map, categories: ["road.pothole": 0, "noise": 50])
        // By 120, 30, 50 and 71.7 metres.
        #expect(found.map(\.number.serial) == [2, 3, 4, 1])
        #expect(found.map { $0.metres.rounded() } == [0, 0, 72, 0])
        #expect(try near(map).map(\.number.serial) == [2, 4, 1])
        #expect(try near(map, limit: 1).map(\.number.serial) == [2])
        #expect(try near(map, limit: 0).isEmpty)
    }

    @Test func `a report is open or closed as it was at the moment, and not there before it was made`() throws
    {
        let map = try map([
            try .sample(serial: 1, created: ago(days: 100), closed: ago(days: 10)),
            try .sample(
                serial: 2,
                created: ago(days: 90),
                closedSpells: [ClosedSpell(closed: ago(days: 80), reopened: ago(days: 70))]
            ),
        ])
        func open(_ days: Int64) throws -> [Int: Bool] {
            Dictionary(
                uniqueKeysWithValues: try near(map, moment: ago(days: days)).map {
                    ($0.number.serial, $0.isOpen)
                }
            )
        }
        #expect(try open(101) == [:])
        #expect(try open(100) == [1: true])
        #expect(try open(81) == [1: true, 2: true])
        #expect(try open(80) == [1: true, 2: false])
        #expect(try open(70) == [1: true, 2: true])
        #expect(try open(10) == [1: false, 2: true])
        #expect(try near(map, moment: ago(days: 5)).last?.closed == ago(days: 10))
        #expect(try near(map, moment: ago(days: -21)).map(\.number.serial) == [2])
    }

    @Test func `what the asker may not see, and what another report leads, is not found`() throws {
        let map = try map([
            try .sample(serial: 1, unit: "ZDMK", isHidden: true),
            try .sample(serial: 2, isMember: true),
            try .sample(serial: 3, category: "noise"),
            try .sample(serial: 4, members: 1),
        ])
        map.withhold(["noise"])
        let both = ["road.pothole": 0.0, "noise": 0]
        #expect(try near(map, categories: both).map(\.number.serial) == [4])
        #expect(try near(map, categories: both, for: .unit("ZDMK")).map(\.number.serial) == [1, 3, 4])
        #expect(try near(map, categories: both, for: .unit("MPO")).map(\.number.serial) == [4])
        #expect(try near(map, categories: both, for: .centre).map(\.number.serial) == [1, 3, 4])
    }

    @Test func `a change is found at once and its older version no more`() throws {
        let map = try map((1...200).map { try .sample(serial: $0, latitude: 50.5) })
        map.apply([try .sample(serial: 7, version: 2)])
        #expect(try near(map).map(\.number.serial) == [7])
        map.apply([try .sample(serial: 7, longitude: 19.95, version: 3)])
        #expect(try near(map).isEmpty)
    }

    @Test func `a storm of reports on one spot hides neither the place itself nor the first of the storm`()
        async throws
    {
        let map = LiveMap(on: try MapDay("2026-06-30"))
        let storm = try (1...30_000).map {
            try ReportMark.sample(serial: $0, longitude: 19.898_6, created: NearTests.now)
        }
        let other = try ReportMark.sample(serial: 40_000, longitude: 19.900_1, created: NearTests.now)
        await map.refill { take in take(storm + [other]) }
        let found = try near(map, limit: 4)
        #expect(found.map(\.number.serial) == [40_000, 1, 2, 3])
    }

    @Test(arguments: [Double.nan, -.infinity, .infinity, -1, 1e300])
    func `a radius that cannot be makes no fault`(metres: Double) throws {
        let map = try map([try .sample(serial: 1, longitude: 19.902)])
        #expect(try near(map, within: metres).count == (metres > 1_000 ? 1 : 0))
    }
}
