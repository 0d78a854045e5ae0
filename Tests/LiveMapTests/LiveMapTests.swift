import Formats
import Geography
import LiveMap
import Reports
import Synchronization
import Testing

struct LiveMapTests {
    @Test func `a report is in its tile of every zoom as soon as it is applied`() throws {
        let map = LiveMap(on: try MapDay("2026-06-30"))
        let mark = try ReportMark.sample(serial: 1, longitude: 19.937_5, latitude: 50.061_4)
        map.apply([mark])
        for zoom in 0...22 {
            let tile = try #require(Tile(containing: mark.coordinate, zoom: zoom))
            #expect(
                map.snapshot.content(of: tile, view: MapView(.everything, on: map.snapshot.day)).count == 1
            )
        }
    }

    @Test func `a change replaces the report and an older one is passed over`() throws {
        let map = LiveMap(on: try MapDay("2026-06-30"))
        let first = try ReportMark.sample(serial: 1, longitude: 19.9, latitude: 50.0, version: 1)
        let moved = try ReportMark.sample(serial: 1, longitude: 20.1, latitude: 50.1, version: 2)
        map.apply([first])
        map.apply([moved])
        map.apply([first])
        #expect(map.snapshot.count == 1)
        #expect(
            map.snapshot.content(
                of: try #require(Tile(containing: moved.coordinate, zoom: 14)),
                view: MapView(.everything, on: map.snapshot.day)
            )
            .count == 1
        )
        #expect(
            map.snapshot.content(
                of: try #require(Tile(containing: first.coordinate, zoom: 14)),
                view: MapView(.everything, on: map.snapshot.day)
            )
            .count == 0
        )
    }

    @Test func `a snapshot stays as it was when the map goes on`() throws {
        let map = LiveMap(on: try MapDay("2026-06-30"))
        map.apply([try .sample(serial: 1, longitude: 19.9, latitude: 50.0)])
        let before = map.snapshot
        map.apply([try .sample(serial: 2, longitude: 19.9, latitude: 50.0)])
        #expect(before.count == 1)
        #expect(map.snapshot.count == 2)
    }

    @Test func `a map that is filled shows everything at the end, and a change meanwhile is not lost`()
        async throws
    {
        let map = LiveMap(on: try MapDay("2026-06-30"))
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
        #expect(map.snapshot.content(of: tile, view: MapView(.everything, on: map.snapshot.day)).count == 1)
    }

    @Test func `a map that is filled again forgets what is gone, and is the old one if that fails`()
        async throws
    {
        let map = LiveMap(on: try MapDay("2026-06-30"))
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
        #expect(map.snapshot.content(of: tile, view: MapView(.everything, on: map.snapshot.day)).count == 1)
    }

    @Test func `what the public may not see is on no tile, whatever is heard of it late`() throws {
        let map = LiveMap(on: try MapDay("2026-06-30"))
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
            #expect(
                map.snapshot.content(of: world, view: MapView(.everything, on: map.snapshot.day)).count == 1
            )
            map.apply([try .sample(serial: 1, longitude: 19.9, latitude: 50.0, version: version + 1)])
            #expect(
                map.snapshot.content(of: world, view: MapView(.everything, on: map.snapshot.day)).count == 2
            )
        }
    }

    @Test func `a category that is withheld disappears, and comes back when it is not`() throws {
        let map = LiveMap(on: try MapDay("2026-06-30"))
        let world = try #require(Tile(zoom: 0, x: 0, y: 0))
        map.withhold(["social.help"])
        for serial in 1...3 {
            map.apply([try .sample(serial: serial, longitude: 19.9, latitude: 50.0, category: "social.help")])
        }
        map.apply([try .sample(serial: 4, longitude: 19.9, latitude: 50.0)])
        #expect(map.snapshot.count == 1)
        #expect(map.snapshot.content(of: world, view: MapView(.everything, on: map.snapshot.day)).count == 1)
        map.withhold([])
        #expect(map.snapshot.content(of: world, view: MapView(.everything, on: map.snapshot.day)).count == 4)
        map.withhold(["road.pothole"])
        #expect(map.snapshot.content(of: world, view: MapView(.everything, on: map.snapshot.day)).count == 3)
    }

    @Test func `the default view leaves out what was closed more than thirty whole days ago`() throws {
        let day = try MapDay("2026-06-30")
        let map = LiveMap(on: day)
        map.apply([
            try .sample(serial: 1),
            try .sample(serial: 2, closed: Timestamp(seconds: day.closedSince.seconds)),
            try .sample(serial: 3, closed: Timestamp(seconds: day.closedSince.seconds - 1)),
        ])
        let world = try #require(Tile(zoom: 0, x: 0, y: 0))
        #expect(map.snapshot.content(of: world, view: MapView(.usual, on: day)).count == 2)
        #expect(map.snapshot.content(of: world, view: MapView(.everything, on: day)).count == 3)
        let tomorrow = try MapDay("2026-07-01")
        #expect(map.snapshot.content(of: world, view: MapView(.usual, on: tomorrow)).count == 1)
        map.turn(to: tomorrow)
        #expect(map.snapshot.content(of: world, view: MapView(.usual, on: tomorrow)).count == 1)
    }

    @Test func `an evening shows what was open then, a report that was reopened since as it was`() throws {
        let map = LiveMap(on: try MapDay("2026-06-30"))
        func noon(_ day: String) throws -> Timestamp { try MapDay(day).end.advanced(bySeconds: -43_200) }
        map.apply([
            try .sample(
                serial: 1,
                created: try noon("2026-05-01"),
                closedSpells: [ClosedSpell(closed: try noon("2026-05-10"), reopened: try noon("2026-05-20"))]
            )
        ])
        let world = try #require(Tile(zoom: 0, x: 0, y: 0))
        func count(_ day: String, _ states: MapFilter.EveningStates) throws -> Int {
            var filter = MapFilter.usual
            filter.evening = MapFilter.Evening(try MapDay(day), states: states)
            return map.snapshot.content(of: world, view: MapView(filter, on: map.snapshot.day)).count
        }
        for (day, open, closed) in [
            ("2026-04-30", 0, 0), ("2026-05-01", 1, 0), ("2026-05-09", 1, 0), ("2026-05-10", 0, 1),
            ("2026-05-19", 0, 1), ("2026-05-20", 1, 0), ("2026-06-30", 1, 0),
        ] {
            #expect(try count(day, .open) == open, "open on \(day)")
            #expect(try count(day, .closed) == closed, "closed on \(day)")
            #expect(try count(day, .usual) == open + closed, "shown on \(day)")
        }
    }

    @Test func `whoever keeps tiles is told where the map became different, and of nothing else`() throws {
        let told = Mutex<[Int]>([])
        let map = LiveMap(on: try MapDay("2026-06-30")) { change, _ in
            told.withLock { list in
                switch change {
                case .places(let places): list.append(places.count)
                case .everything: list.append(-1)
                }
            }
        }
        map.apply([try .sample(serial: 1)])
        map.apply([try .sample(serial: 1, version: 2)])
        map.apply([try .sample(serial: 1, longitude: 19.95, version: 3)])
        map.apply([try .sample(serial: 2, isHidden: true)])
        map.apply([try .sample(serial: 2, version: 2)])
        map.withhold(["noise"])
        map.turn(to: try MapDay("2026-07-01"))
        #expect(told.withLock { $0 } == [1, 2, 1, -1])
    }
}

private struct Away: Error {}
