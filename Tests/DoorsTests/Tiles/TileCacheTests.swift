import Geography
import HTTP
import LiveMap
import Reports
import TestSupport
import Testing

@testable import Doors

struct TileCacheTests {
    @Test(arguments: 1...4)
    func `a change drops all variants of its tiles at every zoom, and no others`(seed: UInt64) throws {
        var random = SeededGenerator(seed)
        let test = try CacheUnderTest()
        let spots = (0..<120).map { _ in
            (
                Double.random(in: 19.93..<19.95, using: &random),
                Double.random(in: 50.05..<50.06, using: &random)
            )
        }
        test.map.apply(try spots.enumerated().map { try CacheUnderTest.mark($0 + 1, $1.0, $1.1) })
        let variants = try CacheUnderTest.variants()
        let news = try CacheUnderTest.mark(500, spots[0].0 + 0.000_01, spots[0].1)
        let asked = Tile.zooms.flatMap { zoom in square(around: news.coordinate, zoom: zoom) }
        for tile in asked { for variant in variants { _ = test.isKept(tile, variant) } }
        for tile in asked { for variant in variants { #expect(test.isKept(tile, variant)) } }

        test.map.apply([news])
        for tile in asked {
            for variant in variants {
                let isFresh = test.ask(tile, variant) == test.fresh(tile, variant)
                #expect(isFresh, "\(tile) \(variant)")
            }
        }
        test.map.apply([
            try CacheUnderTest.mark(500, spots[0].0 + 0.000_01, spots[0].1, version: 2, status: .assigned)
        ])
        for tile in asked {
            let isConcerned = concerns(news.coordinate, tile)
            for variant in variants {
                let isStale = isConcerned == .own || (isConcerned == .near && variant.hasBuffer)
                #expect(test.isKept(tile, variant) == !isStale, "\(tile) \(variant)")
            }
        }
    }

    private func square(around place: Coordinate, zoom: Int) -> [Tile] {
        guard let own = Tile(containing: place, zoom: zoom) else { return [] }
        return (-2...2).flatMap { down in
            (-2...2).compactMap { Tile(zoom: zoom, x: own.x + $0, y: own.y + down) }
        }
    }

    private enum Concern {
        case own, near, none
    }

    /// Worked out by fractions: a neighbour is near where the place lies within a sixteenth of the edge between them.
    private func concerns(_ place: Coordinate, _ tile: Tile) -> Concern {
        let key = MortonKey(place)
        let side = Double(1 << (MortonKey.bitsPerAxis - tile.zoom))
        let (x, y) = (Double(key.x) / side - Double(tile.x), Double(key.y) / side - Double(tile.y))
        if (0..<1).contains(x), (0..<1).contains(y) { return .own }
        let reach = 1.0 / 16
        return (-reach..<1 + reach).contains(x) && (-reach..<1 + reach).contains(y) ? .near : .none
    }

    @Test func `it stays within its bytes, whatever is asked for`() throws {
        let limit = 1 << 20
        let test = try CacheUnderTest(bytes: limit)
        test.map.apply(try (1...60).map { try CacheUnderTest.mark($0, 19.9 + Double($0) / 1_000, 50.05) })
        let tile = try #require(Tile(zoom: 12, x: 2_274, y: 1_389))
        let day = try CacheUnderTest.day()
        for supporters in 0..<6_000 {
            var filter = MapFilter.everything
            filter.supporters = supporters
            filter.categories = Set((0..<supporters % 40).map { "category.\($0)" })
            _ = test.ask(tile, TileVariant(format: .geoJSON, view: MapView(filter, on: day)))
            #expect((0...limit).contains(test.cache.byteCount))
        }
        #expect(test.cache.byteCount > limit / 4)
    }

    @Test func `what is asked for again and again stays while others come and go`() throws {
        let test = try CacheUnderTest(bytes: 1 << 18)
        let variants = try CacheUnderTest.variants()
        let popular = try #require(Tile(zoom: 12, x: 2_274, y: 1_389))
        _ = test.isKept(popular, variants[0])
        for x in 0..<4_000 {
            _ = test.isKept(try #require(Tile(zoom: 14, x: x, y: 0)), variants[0])
            if x % 50 == 0 { #expect(test.isKept(popular, variants[0])) }
        }
        #expect(!test.isKept(try #require(Tile(zoom: 14, x: 0, y: 0)), variants[0]))
    }

    @Test func `without bytes nothing is kept`() throws {
        let test = try CacheUnderTest(bytes: 0)
        let tile = try #require(Tile(zoom: 0, x: 0, y: 0))
        let variant = try CacheUnderTest.variants()[0]
        #expect(!test.isKept(tile, variant))
        #expect(!test.isKept(tile, variant))
        #expect(test.cache.byteCount == 0)
    }

    @Test func `a tile that two make at once counts once`() throws {
        let map = LiveMap(on: try CacheUnderTest.day())
        var state = TileCacheState(limit: 1 << 20)
        let variant = try CacheUnderTest.variants()[0]
        let tile = try #require(Tile(zoom: 14, x: 0, y: 0))
        state.keep(PreparedBody([1, 2, 3], compressing: .never), of: tile, variant, madeOf: map.snapshot)
        let once = state.byteCount
        state.keep(PreparedBody([1, 2, 3], compressing: .never), of: tile, variant, madeOf: map.snapshot)
        #expect(state.byteCount == once)
        state.drop(try #require(MortonKey(rawValue: tile.mortonRange.lowerBound)), in: map.snapshot)
        #expect(state.find(tile, variant) == nil)
        #expect(state.byteCount == 0)
    }
}
