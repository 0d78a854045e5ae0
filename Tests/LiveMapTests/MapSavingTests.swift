import Geography
import Reports
import Testing

@testable import LiveMap

struct MapSavingTests {
    /// A map with runs, buried rows, fresh pins and spells.
    private func busyMap(_ story: inout Story) async throws -> LiveMap {
        let map = LiveMap(on: try MapDay("2026-06-30"))
        let marks = try (1...600).map { try story.newcomer(serial: $0) }
        await map.refill { take in take(marks) }
        map.apply(try (1...150).map { try story.newcomer(serial: $0 * 3, version: 2) })
        return map
    }

    @Test func `a map that was saved and restored shows the same and goes on`() async throws {
        var story = Story(seed: 5)
        let map = try await busyMap(&story)
        let other = LiveMap(on: map.snapshot.day)
        other.withhold(["noise"])
        map.withhold(["noise"])
        try other.restore(map.savedBytes())
        let later = try (1...50).map { try story.newcomer(serial: $0 * 5, version: 3) }
        for step in 0...1 {
            #expect(other.snapshot.count == map.snapshot.count)
            for _ in 0..<60 {
                let (tile, view) = try story.look(on: map.snapshot.day)
                let (one, two) = (
                    map.snapshot.content(of: tile, view: view, extent: .buffered),
                    other.snapshot.content(of: tile, view: view, extent: .buffered)
                )
                #expect(one.geoJSON() == two.geoJSON())
                #expect(one.vectorTile() == two.vectorTile())
            }
            guard step == 0 else { break }
            map.apply(later)
            other.apply(later)
        }
    }

    @Test func `an empty map can be saved too`() throws {
        let map = LiveMap(on: try MapDay("2026-06-30"))
        let other = LiveMap(on: try MapDay("2026-06-30"))
        other.apply([try .sample(serial: 1)])
        try other.restore(map.savedBytes())
        #expect(other.snapshot.count == 0)
    }

    @Test func `bytes that are cut anywhere are refused, and the map stays as it is`() async throws {
        var story = Story(seed: 6)
        let bytes = try await busyMap(&story).savedBytes()
        let map = LiveMap(on: try MapDay("2026-06-30"))
        map.apply([try .sample(serial: 7)])
        for length in stride(from: 0, to: bytes.count, by: 97) {
            #expect(throws: UnfitMapBytes.self) { try map.restore(Array(bytes[..<length])) }
        }
        #expect(throws: UnfitMapBytes.self) { try map.restore(bytes + [0]) }
        #expect(map.snapshot.count == 1)
    }

    @Test func `bytes of which one is wrong are refused or make a map that can be walked`() async throws {
        var story = Story(seed: 7)
        let bytes = try await busyMap(&story).savedBytes()
        let map = LiveMap(on: try MapDay("2026-06-30"))
        var refused = 0
        for _ in 0..<1_500 {
            var broken = bytes
            broken[story.choice(below: bytes.count)] ^= UInt8(1 << story.choice(below: 8))
            do {
                try map.restore(broken)
                let (tile, view) = try story.look(on: map.snapshot.day)
                _ = map.snapshot.content(of: tile, view: view, extent: .buffered).vectorTile()
            } catch {
                refused += 1
            }
        }
        #expect(refused > 100)
    }
}
