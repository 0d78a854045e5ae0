import Formats
import Geography
import LiveMap
import Reports
import Testing

struct LiveMapTests {
    @Test func `a report is in its tile of every zoom as soon as it is applied`() throws {
        let map = LiveMap()
        let mark = try ReportMark.sample(serial: 1, longitude: 19.937_5, latitude: 50.061_4)
        map.apply([mark])
        for zoom in 0...22 {
            let tile = try #require(Tile(containing: mark.coordinate, zoom: zoom))
            #expect(map.snapshot.content(of: tile, view: .all).count == 1)
        }
    }

    @Test func `a change replaces the report and an older one is passed over`() throws {
        let map = LiveMap()
        let first = try ReportMark.sample(serial: 1, longitude: 19.9, latitude: 50.0, version: 1)
        let moved = try ReportMark.sample(serial: 1, longitude: 20.1, latitude: 50.1, version: 2)
        map.apply([first])
        map.apply([moved])
        map.apply([first])
        #expect(map.snapshot.count == 1)
        #expect(
            map.snapshot.content(of: try #require(Tile(containing: moved.coordinate, zoom: 14)), view: .all)
                .count == 1
        )
        #expect(
            map.snapshot.content(of: try #require(Tile(containing: first.coordinate, zoom: 14)), view: .all)
                .count == 0
        )
    }

    @Test func `a snapshot stays as it was when the map goes on`() throws {
        let map = LiveMap()
        map.apply([try .sample(serial: 1, longitude: 19.9, latitude: 50.0)])
        let before = map.snapshot
        map.apply([try .sample(serial: 2, longitude: 19.9, latitude: 50.0)])
        #expect(before.count == 1)
        #expect(map.snapshot.count == 2)
    }

    @Test func `a map that is filled shows everything at the end, and a change meanwhile is not lost`()
        async throws
    {
        let map = LiveMap()
        let changed = try ReportMark.sample(serial: 1, longitude: 20.1, latitude: 50.1, version: 2)
        try await map.refill { take in
            take([
                try .sample(serial: 1, longitude: 19.9, latitude: 50.0),
                try .sample(serial: 2, longitude: 19.9, latitude: 50.0),
            ])
            #expect(map.snapshot.count == 0)
            map.apply([changed])
            #expect(map.snapshot.count == 1)
        }
        #expect(map.snapshot.count == 2)
        let tile = try #require(Tile(containing: changed.coordinate, zoom: 14))
        #expect(map.snapshot.content(of: tile, view: .all).count == 1)
    }

    @Test func `a map that is filled again forgets what is gone, and is the old one if that fails`()
        async throws
    {
        let map = LiveMap()
        map.apply([
            try .sample(serial: 1, longitude: 19.9, latitude: 50.0, version: 7),
            try .sample(serial: 2, longitude: 19.9, latitude: 50.0),
        ])
        await #expect(throws: Away.self) {
            try await map.refill { take in
                take([try .sample(serial: 3, longitude: 19.9, latitude: 50.0)])
                throw Away()
            }
        }
        #expect(map.snapshot.count == 2)
        let older = try ReportMark.sample(serial: 1, longitude: 20.1, latitude: 50.1, version: 3)
        await map.refill { take in take([older]) }
        #expect(map.snapshot.count == 1)
        let tile = try #require(Tile(containing: older.coordinate, zoom: 14))
        #expect(map.snapshot.content(of: tile, view: .all).count == 1)
    }

    @Test func `what the public may not see is on no tile, whatever is heard of it late`() throws {
        let map = LiveMap()
        let world = try #require(Tile(zoom: 0, x: 0, y: 0))
        let open = try ReportMark.sample(serial: 1, longitude: 19.9, latitude: 50.0)
        map.apply([open, try .sample(serial: 2, longitude: 19.9, latitude: 50.0)])
        for (version, hidden) in [
            (
                2,
                try ReportMark.sample(serial: 1, longitude: 19.9, latitude: 50.0, version: 2, isHidden: true)
            ),
            (
                4,
                try ReportMark.sample(
                    serial: 1,
                    longitude: 19.9,
                    latitude: 50.0,
                    version: 4,
                    status: .withdrawn
                )
            ),
            (
                6,
                try ReportMark.sample(
                    serial: 1,
                    longitude: 19.9,
                    latitude: 50.0,
                    version: 6,
                    status: .rejected
                )
            ),
        ] {
            map.apply([hidden])
            map.apply([open])
            #expect(map.snapshot.count == 1)
            #expect(map.snapshot.content(of: world, view: .all).count == 1)
            map.apply([try .sample(serial: 1, longitude: 19.9, latitude: 50.0, version: version + 1)])
            #expect(map.snapshot.content(of: world, view: .all).count == 2)
        }
    }

    @Test func `a category that is withheld disappears, and comes back when it is not`() throws {
        let map = LiveMap(mergeAfter: 2)
        let world = try #require(Tile(zoom: 0, x: 0, y: 0))
        map.withhold(["social.help"])
        for serial in 1...3 {
            map.apply([try .sample(serial: serial, longitude: 19.9, latitude: 50.0, category: "social.help")])
        }
        map.apply([try .sample(serial: 4, longitude: 19.9, latitude: 50.0)])
        #expect(map.snapshot.count == 1)
        #expect(map.snapshot.content(of: world, view: .all).count == 1)
        map.withhold([])
        #expect(map.snapshot.content(of: world, view: .all).count == 4)
        map.withhold(["road.pothole"])
        #expect(map.snapshot.content(of: world, view: .all).count == 3)
    }

    @Test func `the current view leaves out what was closed long ago`() throws {
        let now = Timestamp(seconds: 1_780_000_000)
        let map = LiveMap()
        map.apply([
            try .sample(serial: 1, longitude: 19.9, latitude: 50.0),
            try .sample(
                serial: 2,
                longitude: 19.9,
                latitude: 50.0,
                closed: now.advanced(bySeconds: -29 * 86_400)
            ),
            try .sample(
                serial: 3,
                longitude: 19.9,
                latitude: 50.0,
                closed: now.advanced(bySeconds: -31 * 86_400)
            ),
        ])
        let world = try #require(Tile(zoom: 0, x: 0, y: 0))
        #expect(map.snapshot.content(of: world, view: .current(now: now)).count == 2)
        #expect(map.snapshot.content(of: world, view: .all).count == 3)
    }

    @Test(arguments: [1, 7, 100_000])
    func `any sequence of changes gives the tiles of a map that was told only the end`(mergeAfter: Int) throws
    {
        var random = SplitMix(state: 42)
        let busy = LiveMap(mergeAfter: mergeAfter)
        var last: [Int: ReportMark] = [:]
        for version in 1...2_000 {
            let serial = Int.random(in: 1...600, using: &random)
            let mark = try ReportMark.sample(
                serial: serial,
                longitude: Double.random(in: 19.8...20.2, using: &random),
                latitude: Double.random(in: 49.98...50.12, using: &random),
                version: version
            )
            busy.apply([mark])
            last[serial] = mark
        }
        let calm = LiveMap(mergeAfter: 1)
        calm.apply(last.values.sorted { $0.number.serial < $1.number.serial })
        #expect(busy.snapshot.count == last.count)
        for zoom in 9...15 {
            for mark in last.values.prefix(40) {
                let tile = try #require(Tile(containing: mark.coordinate, zoom: zoom))
                let content = busy.snapshot.content(of: tile, view: .all)
                #expect(content.count == last.values.count { tile.contains($0.coordinate) })
                #expect(content.geoJSON() == calm.snapshot.content(of: tile, view: .all).geoJSON())
            }
        }
    }
}

private struct Away: Error {}

extension Tile {
    fileprivate func contains(_ coordinate: Coordinate) -> Bool {
        Tile(containing: coordinate, zoom: zoom) == self
    }
}
