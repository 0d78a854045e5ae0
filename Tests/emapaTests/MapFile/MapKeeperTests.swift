import Ledger
import Synchronization
import TestSupport
import Testing

@testable import emapa

struct MapKeeperTests {
    private struct NoMap: Error {}

    /// A map of one byte, which counts how often it was saved and refuses to be filled with nothing.
    private final class Sample: Sendable {
        let state = Mutex<(saved: UInt8, loaded: [UInt8])>((0, []))

        var saved: UInt8 { state.withLock(\.saved) }
        var loaded: [UInt8] { state.withLock(\.loaded) }

        func keeper(_ file: MapFile) -> MapKeeper {
            MapKeeper(
                file,
                observer: Observer(.text),
                save: {
                    self.state.withLock { state in
                        state.saved += 1
                        return [state.saved]
                    }
                },
                load: { bytes in
                    guard !bytes.isEmpty else { throw NoMap() }
                    self.state.withLock { $0.loaded = bytes }
                }
            )
        }
    }

    @Test func `the map is written when it has moved on, and only then`() async throws {
        try await withFolder { folder in
            let file = MapFile(path: "\(folder)/map.snapshot")
            let sample = Sample()
            let keeper = sample.keeper(file)
            await keeper.keep()
            #expect(sample.saved == 0 && !FileContents.exists(file.path), "nothing is loaded yet")
            for position in [try MapPosition.sample(), try .sample(), try .nextSample()] {
                keeper.reach(position)
                await keeper.keep()
            }
            #expect(sample.saved == 2)
            let found = try file.read()
            #expect(found == KeptMap(position: try .nextSample(), bytes: [2]))
        }
    }

    @Test func `a map that was restored is not written again as it is`() async throws {
        try await withFolder { folder in
            let file = MapFile(path: "\(folder)/map.snapshot")
            try file.write(KeptMap(position: try .sample(), bytes: [9, 8, 7]))
            let sample = Sample()
            let keeper = sample.keeper(file)
            let kept = try #require(await keeper.read())
            let isRestored = await keeper.restore(kept)
            #expect(isRestored && sample.loaded == [9, 8, 7])
            keeper.reach(kept.position)
            await keeper.keep()
            #expect(sample.saved == 0)
            keeper.reach(try .nextSample())
            await keeper.keep()
            #expect(sample.saved == 1)
        }
    }

    @Test func `a file that cannot be used is nothing, and the next one takes its place`() async throws {
        try await withFolder { folder in
            let file = MapFile(path: "\(folder)/map.snapshot")
            let sample = Sample()
            let keeper = sample.keeper(file)
            let missing = await keeper.read()
            #expect(missing == nil)
            try write([1, 2, 3], to: file.path)
            let broken = await keeper.read()
            #expect(broken == nil)
            let isRestored = await keeper.restore(KeptMap(position: try .sample(), bytes: []))
            #expect(!isRestored && sample.loaded.isEmpty)
            keeper.reach(try .sample())
            await keeper.keep()
            let found = await keeper.read()
            #expect(found?.bytes == [1])
        }
    }

    @Test func `a map that cannot be written is tried again the next time`() async throws {
        try await withFolder { folder in
            let file = MapFile(path: "\(folder)/later/map.snapshot")
            let keeper = Sample().keeper(file)
            keeper.reach(try .sample())
            await keeper.keep()
            try Program.run(["mkdir", "\(folder)/later"])
            await keeper.keep()
            let found = await keeper.read()
            #expect(found?.bytes == [2])
        }
    }
}
