import Formats
import Geography
import LiveMap
import Reports
import Synchronization
import TestSupport
import Testing

/// Readers walk the map while it is changed, merged and turned to another day; for ThreadSanitizer too.
@Suite(.timeLimit(.minutes(5))) struct MapConcurrencyTests {
    private final class Course: Sendable {
        let isOver = Atomic(false)
    }

    private static let reports = 2_000
    private static let rounds = 60

    @Test func `readers see whole snapshots, whatever is done to the map meanwhile`() async throws {
        let days = [try MapDay("2026-06-30"), try MapDay("2026-07-01")]
        let told = Mutex<UInt64>(0)
        let map = LiveMap(on: days[0]) { _, snapshot in
            told.withLock { $0 = max($0, snapshot.sequence) }
        }
        map.apply(
            try (1...Self.reports).map { try .sample(serial: $0, longitude: 19.9 + Double($0) / 10_000) }
        )
        let course = Course()
        async let merging: Void = onOwnThread {
            while !course.isOver.load(ordering: .relaxed) { map.merge() }
        }
        async let turning: Void = onOwnThread {
            var turn = 0
            while !course.isOver.load(ordering: .relaxed) {
                map.turn(to: days[turn % 2])
                map.withhold(turn % 3 == 0 ? ["noise"] : [])
                turn += 1
            }
        }
        async let one: [String] = onOwnThread { try Self.read(map, days, until: course, seed: 1) }
        async let other: [String] = onOwnThread { try Self.read(map, days, until: course, seed: 2) }
        async let third: Void = onOwnThread {
            defer { course.isOver.store(true, ordering: .relaxed) }
            try Self.change(map)
        }
        let faults = try await one + other
        _ = try await (merging, turning, third)
        #expect(faults == [])
        #expect(map.snapshot.count == Self.reports)
        #expect(told.withLock { $0 } > 0)
    }

    /// Moves reports about, some of them back and forth; there are always as many.
    private static func change(_ map: LiveMap) throws {
        var random = SplitMix(state: 5)
        for round in 1...rounds {
            let marks = try (0..<100).map { _ in
                try ReportMark.sample(
                    serial: Int.random(in: 1...reports, using: &random),
                    longitude: 19.9 + Double.random(in: 0..<0.2, using: &random),
                    version: round + 1,
                    status: [.received, .assigned, .reopened].randomElement(using: &random)
                )
            }
            map.apply(marks)
        }
    }

    /// Walks snapshots in several ways; returns what does not fit together within one of them.
    private static func read(
        _ map: LiveMap,
        _ days: [MapDay],
        until course: Course,
        seed: UInt64
    ) throws -> [String] {
        var random = SplitMix(state: seed)
        var faults: [String] = []
        var last: UInt64 = 0
        let place = try #require(Coordinate(longitude: 19.95, latitude: 50.0))
        while !course.isOver.load(ordering: .relaxed) {
            let snapshot = map.snapshot
            if snapshot.sequence < last { faults.append("an older snapshot after a newer one") }
            last = snapshot.sequence
            let view = MapView(
                [.usual, .everything].randomElement(using: &random) ?? .usual,
                on: days[Int.random(in: 0..<2, using: &random)],
                clustering: [.on, .off].randomElement(using: &random) ?? .on
            )
            let zoom = Int.random(in: 0...20, using: &random)
            guard let tile = Tile(containing: place, zoom: zoom) else { continue }
            let content = snapshot.content(of: tile, view: view, extent: .buffered)
            if content.vectorTile().isEmpty != content.isEmpty || content.geoJSON().isEmpty {
                faults.append("empty bytes of a tile that is not")
            }
            if zoom == 0, content.count != reports { faults.append("\(content.count) reports in all") }
            let parts = tile.children.reduce(0) { $0 + snapshot.content(of: $1, view: view).count }
            if zoom < 20, parts != content.count {
                faults.append("\(parts) in the parts of \(content.count)")
            }
        }
        return faults
    }
}
