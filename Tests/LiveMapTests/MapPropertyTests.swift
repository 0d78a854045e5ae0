import Formats
import Geography
import Reports
import Testing

@testable import LiveMap

/// Whatever happens to the reports, in whatever order, the tiles are those that the reports alone would give.
struct MapPropertyTests {
    @Test(arguments: 1...6)
    func `any sequence of changes gives the tiles that a naive map gives`(seed: UInt64) async throws {
        var story = Story(seed: seed)
        let map = LiveMap(on: try MapDay("2026-06-30"))
        var naive = NaiveMap()
        if seed % 2 == 0 {
            let marks = try (1...800).map { try story.newcomer(serial: $0) }
            await map.refill { take in take(marks) }
            for mark in marks { naive.apply(mark) }
        }
        for step in 1...60 {
            let marks = try (0..<story.choice(below: 120)).map { _ in try story.next(after: naive) }
            map.apply(marks)
            for mark in marks { naive.apply(mark) }
            if step % 7 == 0 { map.merge() }
            if step % 20 == 0 {
                naive.withheld = step % 40 == 0 ? ["noise"] : []
                map.withhold(naive.withheld)
            }
            if step % 25 == 0 { map.turn(to: try MapDay(step == 25 ? "2026-07-10" : "2026-08-20")) }
            guard step % 5 == 0 else { continue }
            for _ in 0..<12 { try compare(map, naive, &story) }
        }
        #expect(map.snapshot.count == naive.shown(MapView(.everything, on: map.snapshot.day)).count)
    }

    private func compare(_ map: LiveMap, _ naive: NaiveMap, _ story: inout Story) throws {
        let (tile, view) = try story.look(on: map.snapshot.day)
        let content = map.snapshot.content(of: tile, view: view)
        let found = try GeoJSONTile(content.geoJSON()).descriptions
        let expected = naive.features(of: tile, view).map(\.description)
        #expect(found == expected, "\(tile) \(view)")
    }

    @Test func `the counts of a zoom's tiles add up to the total, under any filter`() async throws {
        var story = Story(seed: 9)
        let map = LiveMap(on: try MapDay("2026-06-30"))
        let marks = try (1...3_000).map { try story.newcomer(serial: $0) }
        await map.refill { take in take(marks) }
        map.apply(try (1...300).map { try story.newcomer(serial: $0, version: 2) })
        for _ in 0..<8 {
            let (_, view) = try story.look(on: map.snapshot.day)
            let world = try #require(Tile(zoom: 0, x: 0, y: 0))
            let total = map.snapshot.content(of: world, view: view).count
            for zoom in [1, 9, 12, 15] {
                let sum = Story.everywhere(at: zoom).reduce(0) {
                    $0 + map.snapshot.content(of: $1, view: view).count
                }
                #expect(sum == total, "zoom \(zoom), \(view)")
            }
        }
    }

    @Test func `bytes do not depend on how the index came about`() async throws {
        var story = Story(seed: 21)
        let day = try MapDay("2026-06-30")
        let marks = try (1...2_000).map { try story.newcomer(serial: $0) }
        let changes = try (0..<2_000).map { _ in
            try story.newcomer(serial: 1 + story.choice(below: 2_000), version: 2)
        }
        let (one, other) = (LiveMap(on: day), LiveMap(on: day))
        await one.refill { take in take(marks) }
        one.apply(changes)
        one.merge()
        for mark in changes.shuffled(using: &story.random) { other.apply([mark]) }
        for mark in marks.reversed() { other.apply([mark]) }
        // Of two changes of one version the first counts: let both maps have had the last word of each report.
        let last = try (1...2_000).map { try story.newcomer(serial: $0, version: 3) }
        one.apply(last)
        other.apply(last.reversed())
        for _ in 0..<40 {
            let (tile, view) = try story.look(on: day)
            let left = one.snapshot.content(of: tile, view: view, extent: .buffered)
            let right = other.snapshot.content(of: tile, view: view, extent: .buffered)
            #expect(left.geoJSON() == right.geoJSON())
            #expect(left.vectorTile() == right.vectorTile())
        }
    }

    @Test func `too many reports for a tile leave its densest cells clusters, with exact counts`() throws {
        var story = Story(seed: 4)
        let map = LiveMap(on: try MapDay("2026-06-30"))
        var naive = NaiveMap()
        var marks: [ReportMark] = []
        for serial in 1...7_000 {
            let crowd = serial % 3 == 0 ? 0.0 : story.fraction() * 0.01
            marks.append(
                try .sample(
                    serial: serial,
                    longitude: 19.93 + crowd,
                    latitude: 50.06 + crowd * story.fraction()
                )
            )
        }
        map.apply(marks)
        for mark in marks { naive.apply(mark) }
        let view = MapView(.everything, on: map.snapshot.day, clustering: .off)
        for zoom in [14, 15, 17, 20, 22] {
            let tile = try #require(Tile(containing: marks[2].coordinate, zoom: zoom))
            let content = try GeoJSONTile(map.snapshot.content(of: tile, view: view).geoJSON())
            #expect(content.features.count <= 5_000)
            #expect(try content.descriptions == naive.features(of: tile, view).map(\.description))
        }
    }
}
