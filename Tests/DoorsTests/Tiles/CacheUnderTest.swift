import Formats
import Geography
import HTTP
import LiveMap
import Reports
import Synchronization
import Testing

@testable import Doors

/// A map and the cache of its tiles, joined as the service joins them.
struct CacheUnderTest: Sendable {
    let cache: TileCache
    let map: LiveMap

    init(bytes: Int = 1 << 26) throws {
        let cache = TileCache(bytes: bytes)
        self.cache = cache
        map = LiveMap(on: try CacheUnderTest.day()) { cache.take($0, of: $1) }
    }

    /// The tile as the cache gives it.
    func ask(_ tile: Tile, _ variant: TileVariant) -> [UInt8]? {
        cache.content(of: tile, variant, in: map) { variant.content(of: tile, in: $0) }?.identity.array
    }

    /// The tile made of the map as it stands.
    func fresh(_ tile: Tile, _ variant: TileVariant) -> [UInt8]? {
        variant.content(of: tile, in: map.snapshot)?.identity.array
    }

    /// Whether the cache has the tile ready; afterwards it has.
    func isKept(_ tile: Tile, _ variant: TileVariant) -> Bool {
        let isMade = Mutex(false)
        _ = cache.content(of: tile, variant, in: map) { snapshot in
            isMade.withLock { $0 = true }
            return variant.content(of: tile, in: snapshot)
        }
        return !isMade.withLock { $0 }
    }

    static func day() throws -> MapDay {
        let date = try #require(CivilDate(parsing: "2026-06-30"))
        return MapDay(
            date: date,
            closedSince: CivilDate(daysSince1970: date.daysSince1970 - 30).start,
            end: CivilDate(daysSince1970: date.daysSince1970 + 1).start
        )
    }

    /// Both forms under several filters.
    static func variants() throws -> [TileVariant] {
        let day = try day()
        var potholes = MapFilter.everything
        potholes.categories = ["road.pothole"]
        var evening = MapFilter.usual
        evening.evening = MapFilter.Evening(day, states: .usual)
        let views = [
            MapView(.usual, on: day), MapView(.everything, on: day, clustering: .off),
            MapView(potholes, on: day), MapView(evening, on: day),
        ]
        return views.flatMap {
            [TileVariant(format: .geoJSON, view: $0), TileVariant(format: .vectorTile, view: $0)]
        }
    }

    /// A pothole of that number at a place.
    static func mark(
        _ serial: Int,
        _ longitude: Double,
        _ latitude: Double,
        version: Int = 1,
        status: ReportStatus = .received
    ) throws -> ReportMark {
        ReportMark(
            id: ReportIdentifier(high: UInt64(serial), low: 0),
            number: try #require(ReportNumber(prefix: "KCK", year: 2026, serial: serial)),
            coordinate: try #require(Coordinate(longitude: longitude, latitude: latitude)),
            kind: .intervention,
            category: serial % 2 == 0 ? "road.pothole" : "noise",
            status: status,
            unit: "ZDMK",
            district: "I",
            created: Timestamp(seconds: 1_780_000_000),
            closed: status.isOpen ? nil : Timestamp(seconds: 1_781_000_000),
            closedSpells: [],
            supporters: 0,
            isHidden: false,
            version: version
        )
    }
}
