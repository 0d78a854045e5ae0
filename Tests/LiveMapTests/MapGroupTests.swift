import Formats
import Geography
import Reports
import Synchronization
import TestSupport
import Testing

@testable import LiveMap

/// Reports about one matter: one of them leads, the others are on no map by themselves.
struct MapGroupTests {
    private static let viewers: [MapView.Viewer] = [.everyone, .centre, .unit("ZDMK"), .unitAlone("ZDMK")]

    private func emptyMap() throws -> LiveMap { LiveMap(on: try MapDay("2026-06-30")) }

    private func count(_ map: LiveMap, zoom: Int = 0, for viewer: MapView.Viewer = .everyone) throws -> Int {
        let place = try #require(Coordinate(longitude: 19.9, latitude: 50.0))
        let tile = try #require(Tile(containing: place, zoom: zoom))
        let view = MapView(.everything, on: map.snapshot.day, for: viewer)
        return map.snapshot.content(of: tile, view: view, extent: .buffered).count
    }

    @Test(arguments: viewers)
    func `a member is on no tile, whoever looks, and is counted nowhere`(viewer: MapView.Viewer) throws {
        let map = try emptyMap()
        map.apply([
            try .sample(serial: 1, members: 2),
            try .sample(serial: 2, isMember: true),
            try .sample(serial: 3, isMember: true, isHidden: true),
        ])
        for zoom in [0, 12, 16, 22] { #expect(try count(map, zoom: zoom, for: viewer) == 1) }
        #expect(map.snapshot.count == 1)
    }

    @Test func `a member that is taken out of its group is on the map again, and older news change nothing`()
        throws
    {
        let map = try emptyMap()
        let first = try ReportMark.sample(serial: 1)
        let member = try ReportMark.sample(serial: 1, version: 2, isMember: true)
        map.apply([first, member])
        map.apply([first])
        #expect(try count(map) == 0)
        #expect(map.snapshot.count == 0)
        map.apply([try .sample(serial: 1, version: 3), member])
        #expect(try count(map) == 1)
    }

    @Test func `a leader tells in both kinds of tiles how many it leads, and nobody else does`() throws {
        let map = try emptyMap()
        let leader = try ReportMark.sample(serial: 1, members: 300)
        map.apply([leader, try .sample(serial: 2, longitude: 19.9001)])
        let tile = try #require(Tile(containing: leader.coordinate, zoom: 16))
        let view = MapView(.everything, on: map.snapshot.day)
        let content = map.snapshot.content(of: tile, view: view)
        let told = try GeoJSONTile(content.geoJSON()).features.map {
            $0["properties"]?.objectValue?["members"]?.numberValue?.integer
        }
        #expect(told == [300, nil])
        let features = try #require(try DecodedVectorTile(content.vectorTile()).layers.first?.features)
        #expect(features.map { $0.properties["members"] } == [.integer(300), nil])
    }

    @Test func `a cluster counts a leader as one`() throws {
        let map = try emptyMap()
        map.apply([
            try .sample(serial: 1, members: 300), try .sample(serial: 2),
            try .sample(serial: 3, isMember: true),
        ])
        let world = try #require(Tile(zoom: 0, x: 0, y: 0))
        let view = MapView(.everything, on: map.snapshot.day)
        let features = try GeoJSONTile(map.snapshot.content(of: world, view: view).geoJSON()).features
        let properties = try #require(features.first?["properties"]?.objectValue)
        #expect(features.count == 1)
        #expect(properties["count"]?.numberValue?.integer == 2)
        #expect(properties["members"] == nil)
    }

    @Test
    func
        `whoever keeps tiles is told when a group grows and when a member goes, not of what befalls a member`()
        throws
    {
        let told = Mutex(0)
        let map = LiveMap(on: try MapDay("2026-06-30")) { _, _ in told.withLock { $0 += 1 } }
        map.apply([try .sample(serial: 1)])
        map.apply([try .sample(serial: 2)])
        map.apply([try .sample(serial: 1, version: 2, members: 1)])
        map.apply([try .sample(serial: 2, version: 2, isMember: true)])
        #expect(told.withLock { $0 } == 4)
        map.apply([try .sample(serial: 2, version: 3, supporters: 9, isMember: true)])
        map.apply([try .sample(serial: 3, isMember: true)])
        #expect(told.withLock { $0 } == 4)
    }

    @Test func `a map that was saved keeps who leads and who is led`() throws {
        let map = try emptyMap()
        map.apply([try .sample(serial: 1, members: 2), try .sample(serial: 2, isMember: true)])
        let other = try emptyMap()
        try other.restore(map.savedBytes())
        #expect(other.snapshot.count == 1)
        let tiers = other.snapshot.tiers
        let pins = tiers.flatMap { tier in (0..<tier.run.count).map { tier.run.table[$0] } }
        #expect(pins.map(\.members) == [2, 0])
        #expect(pins.map(\.traits.isMember) == [false, true])
    }
}
