import Formats
import Ledger
import LiveMap
import PostgreSQL
import Reports
import Synchronization
import Territory
import TestSupport
import Testing

@testable import emapa

/// An instance that starts with the map's file of an earlier run.
@Suite(.timeLimit(.minutes(1)))
struct MapRestoreTests {
    /// One run of an instance.
    private final class Run: Sendable {
        let map: LiveMap
        private let file: MapFile
        private let filled = Atomic(0)

        init(_ file: MapFile) throws {
            self.file = file
            map = LiveMap(on: MapDay(of: .now, in: try Krakow.city.timeZone))
        }

        /// Whether the map was filled from the file.
        var isRestored: Bool { filled.load(ordering: .relaxed) > 0 }

        /// Loads the map, and keeps it.
        func start(on database: Database) async throws {
            let keeper = MapKeeper(
                file,
                observer: Observer(.text),
                save: { [map] in map.savedBytes() },
                load: { [self] bytes in
                    filled.add(1, ordering: .relaxed)
                    try map.restore(bytes)
                }
            )
            let follower = MapFollower(
                MapFeed(database),
                map: map,
                city: CurrentCity(try Krakow.city),
                observer: Observer(.text),
                keeper: keeper
            )
            _ = try await follower.load()
            await keeper.keep()
        }
    }

    @Test func `a map is taken from its file, with what has happened since`() async throws {
        try await withTwoInstances("restore_map") { instances in
            try await withFolder { folder in
                let file = MapFile(path: "\(folder)/map.snapshot")
                _ = try await instances.record()
                let before = try Run(file)
                try await before.start(on: instances.database)
                #expect(!before.isRestored && before.map.snapshot.count == 1)

                _ = try await instances.record()
                let after = try Run(file)
                try await after.start(on: instances.database)
                #expect(after.isRestored && after.map.snapshot.count == 2)
            }
        }
    }

    @Test func `the map's file of another database is not used`() async throws {
        try await withTwoInstances("restore_other_map") { instances in
            try await withFolder { folder in
                let file = MapFile(path: "\(folder)/map.snapshot")
                try file.write(KeptMap(position: try .sample(), bytes: [1]))
                _ = try await instances.record()
                let run = try Run(file)
                try await run.start(on: instances.database)
                #expect(!run.isRestored && run.map.snapshot.count == 1)
                let kept = try file.read()
                #expect(kept?.position != (try .sample()))
            }
        }
    }
}
