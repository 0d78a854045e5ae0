import Geography
import LiveMap
import Reports
import Synchronization
import TestSupport
import Testing

@testable import Doors

/// Tiles that are being made while the map changes.
@Suite(.timeLimit(.minutes(3))) struct TileCacheRaceTests {
    @Test func `after a change the cache gives what a fresh tile has, however many make tiles meanwhile`()
        async throws
    {
        let test = try CacheUnderTest(bytes: 1 << 20)
        let variants = try CacheUnderTest.variants()
        let spots = [(19.937, 50.061), (19.949_218_75, 50.0), (20.05, 50.07)]
        let tiles = try [0, 9, 12, 13, 14, 15, 16, 17, 19, 22].flatMap { zoom in
            try spots.flatMap { spot in
                let place = try #require(Coordinate(longitude: spot.0, latitude: spot.1))
                let own = try #require(Tile(containing: place, zoom: zoom))
                return [own, Tile(zoom: zoom, x: own.x - 1, y: own.y)].compactMap { $0 }
            }
        }
        let isOver = Atomic(false)
        let readers = { @Sendable (seed: UInt64) in
            var random = SeededGenerator(seed)
            while !isOver.load(ordering: .relaxed) {
                guard let tile = tiles.randomElement(using: &random),
                    let variant = variants.randomElement(using: &random)
                else { return }
                _ = test.ask(tile, variant)
            }
        }
        async let first: Void = onOwnThread { readers(1) }
        async let second: Void = onOwnThread { readers(2) }
        async let keeper: Void = onOwnThread {
            while !isOver.load(ordering: .relaxed) { test.map.merge() }
        }
        let faults = try await onOwnThread {
            defer { isOver.store(true, ordering: .relaxed) }
            return try Self.change(test, turns: 3_000, at: spots, tiles, variants)
        }
        _ = try await (first, second, keeper)
        #expect(faults == [])
        #expect((0...1 << 20).contains(test.cache.byteCount))
    }

    /// Changes the map, and after each change compares some of the tiles; returns those that were stale.
    private static func change(
        _ test: CacheUnderTest,
        turns: Int,
        at spots: [(Double, Double)],
        _ tiles: [Tile],
        _ variants: [TileVariant]
    ) throws -> [String] {
        var random = SeededGenerator(3)
        var faults: [String] = []
        for turn in 1...turns {
            let spot = spots[Int.random(in: 0..<spots.count, using: &random)]
            let spread = [0, 0.000_05, 0.01][Int.random(in: 0..<3, using: &random)]
            test.map.apply([
                try CacheUnderTest.mark(
                    1 + Int.random(in: 0..<150, using: &random),
                    spot.0 + spread * Double.random(in: -1..<1, using: &random),
                    spot.1 + spread * Double.random(in: -1..<1, using: &random),
                    version: turn,
                    status: [.received, .assigned, .resolved, .withdrawn][
                        Int.random(in: 0..<4, using: &random)
                    ]
                )
            ])
            for _ in 0..<3 {
                guard let tile = tiles.randomElement(using: &random),
                    let variant = variants.randomElement(using: &random)
                else { continue }
                if test.ask(tile, variant) != test.fresh(tile, variant) {
                    faults.append("turn \(turn): \(tile) \(variant.format)")
                }
            }
        }
        return faults
    }

    /// A tile with so many reports, 1,500 of them in a cell along its eastern edge and the rest in its middle.
    private func crowd(_ count: Int) throws -> (CacheUnderTest, tile: Tile, east: Tile, [ReportMark]) {
        let test = try CacheUnderTest()
        let place = try #require(Coordinate(longitude: 19.937, latitude: 50.061))
        let tile = try #require(Tile(containing: place, zoom: 17))
        let east = try #require(Tile(zoom: 17, x: tile.x + 1, y: tile.y))
        let marks = try (1...count).map { try mark($0, in: tile, isAtEdge: $0 <= 1_500) }
        test.map.apply(marks)
        return (test, tile, east, marks)
    }

    private func mark(_ serial: Int, in tile: Tile, isAtEdge: Bool, version: Int = 1) throws -> ReportMark {
        let bounds = tile.bounds
        let (width, height) = (bounds.east - bounds.west, bounds.north - bounds.south)
        return try CacheUnderTest.mark(
            serial,
            bounds.west + width * (isAtEdge ? 0.995 : 0.3 + 0.4 * Double(serial % 97) / 97),
            bounds.south + height * (0.3 + 0.4 * Double(serial % 89) / 89),
            version: version
        )
    }

    private func everything() throws -> TileVariant {
        TileVariant(format: .vectorTile, view: MapView(.everything, on: try CacheUnderTest.day()))
    }

    @Test func `a tile made while its neighbour became too full for pins is not kept`() throws {
        let (test, tile, east, _) = try crowd(4_990)
        let variant = try everything()
        let more = try (5_001...5_030).map { try mark($0, in: tile, isAtEdge: false) }
        let before = test.fresh(east, variant)
        _ = test.cache.content(of: east, variant, in: test.map) { snapshot in
            let content = variant.content(of: east, in: snapshot)
            test.map.apply(more)
            return content
        }
        #expect(test.fresh(east, variant) != before)
        #expect(test.ask(east, variant) == test.fresh(east, variant))
    }

    @Test func `a tile beside one from which many reports were moved is dropped`() throws {
        let (test, tile, east, _) = try crowd(5_030)
        let variant = try everything()
        let before = test.ask(east, variant)
        let west = try #require(Tile(zoom: 17, x: tile.x - 100, y: tile.y))
        test.map.apply(try (4_001...4_900).map { try mark($0, in: west, isAtEdge: false, version: 2) })
        #expect(test.fresh(east, variant) != before)
        #expect(test.ask(east, variant) == test.fresh(east, variant))
    }
}
