import Ledger
import Synchronization
import Threads

/// Keeps the map in a file, so that the next start asks the database only for what has happened since.
final class MapKeeper: Sendable {
    /// A crash costs the next start no more than this much of history.
    private static let pause = Duration.seconds(600)

    private struct State {
        /// How far the map has come; nil before it is loaded.
        var reached: MapPosition?
        /// How far it had come when it was written.
        var kept: MapPosition?
    }

    private let file: MapFile
    private let observer: Observer
    private let save: @Sendable () -> [UInt8]
    private let load: @Sendable ([UInt8]) throws -> Void
    private let state = Mutex(State())

    /// A keeper of a map that is seen through two closures, which are called on threads of the keeper's own.
    ///
    /// - Parameters:
    ///   - file: where the map is kept.
    ///   - observer: told what was written, and what could not be.
    ///   - save: makes the map's bytes; they hold at least all that was reached before.
    ///   - load: fills the map from such bytes; throws and leaves it as it was if they are none.
    init(
        _ file: MapFile,
        observer: Observer,
        save: @escaping @Sendable () -> [UInt8],
        load: @escaping @Sendable ([UInt8]) throws -> Void
    ) {
        self.file = file
        self.observer = observer
        self.save = save
        self.load = load
    }

    /// Takes note that all up to a position is on the map.
    func reach(_ position: MapPosition) {
        state.withLock { $0.reached = position }
    }

    /// Reads what an earlier run kept; nil where there is nothing, or nothing to be used, which is told.
    func read() async -> KeptMap? {
        await blocking { [file] in try file.read() } ?? nil
    }

    /// Fills the map with what was read; false if it is none, which is told.
    func restore(_ kept: KeptMap) async -> Bool {
        let isRestored = await blocking { [load] in try load(kept.bytes) } != nil
        if isRestored { state.withLock { $0.kept = kept.position } }
        return isRestored
    }

    /// Writes the map, unless nothing has happened since it was written.
    ///
    /// The position is taken before the bytes: what happens in between is on the map and told again, never lost.
    func keep() async {
        let (reached, kept) = state.withLock { ($0.reached, $0.kept) }
        guard let reached, reached != kept else { return }
        let start = ContinuousClock.now
        let outcome = await WorkerThread.run(named: "emapa-map") { [file, save] in
            Result { () throws(FileError) -> Int in
                let bytes = save()
                try file.write(KeptMap(position: reached, bytes: bytes))
                return bytes.count
            }
        }
        switch outcome {
        case .success(let count):
            state.withLock { $0.kept = reached }
            observer.note(.mapKept(bytes: count, took: .now - start))
        case .failure(let error): observer.note(.mapNotKept(error))
        }
    }

    /// Writes the map every ten minutes until the task is cancelled; the last time is the service's to say.
    func follow() async {
        while !Task.isCancelled {
            try? await Task.sleep(for: MapKeeper.pause)
            if !Task.isCancelled { await keep() }
        }
    }

    /// Does something that blocks, on a thread of its own; nil if it fails, which is told.
    private func blocking<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async -> Value? {
        switch await WorkerThread.run(named: "emapa-map", { Result { try body() } }) {
        case .success(let value): return value
        case .failure(let error):
            observer.note(.mapFileRefused(error))
            return nil
        }
    }
}
