import Geography
package import Reports
import Synchronization

/// The map of all public reports, kept in memory, current to the last change and read without waiting.
///
/// A change is applied only if its version is newer than what the map holds, so the same change may arrive
/// twice, or late, from the instance's own writer and from the feed. What the public may not see is kept, so that
/// older news of it are known for old, and shown to nobody.
package final class LiveMap: Sendable {
    private struct State {
        var pins = PinStore()
        /// What is being loaded to take the place of `pins`.
        var coming: PinStore?
        /// What readers see; nil where something has changed since somebody looked.
        var snapshot: Snapshot?

        /// Makes the snapshot when it is asked for: in a burst of writes nobody looks at most of them.
        mutating func shown() -> Snapshot {
            if let snapshot { return snapshot }
            let made = pins.snapshot()
            snapshot = made
            return made
        }
    }

    /// After so many fresh pins they are merged into the settled ones.
    private let mergeAfter: Int
    private let state = Mutex(State())
    /// Told what changed once every later snapshot shows it, by the thread that changed it; it must not wait.
    private let changed: @Sendable (MapChange) -> Void

    /// An empty map that merges its newest pins after `mergeAfter` of them.
    package init(mergeAfter: Int = 1_024, changed: @escaping @Sendable (MapChange) -> Void = { _ in }) {
        self.mergeAfter = mergeAfter
        self.changed = changed
    }

    /// The map as it stands now.
    package var snapshot: Snapshot {
        state.withLock { $0.shown() }
    }

    /// Takes in new and changed reports; older versions of what it knows are passed over.
    ///
    /// When it returns, every later snapshot shows them.
    package func apply(_ marks: [ReportMark]) {
        guard !marks.isEmpty else { return }
        state.withLock { state in
            for mark in marks {
                state.pins.apply(mark)
                state.coming?.apply(mark)
            }
            state.pins.mergeIfDue(after: mergeAfter)
            state.snapshot = nil
        }
        changed(.places(Set(marks.map { MortonKey($0.coordinate) })))
    }

    /// Lets `body` load all reports, which replace those of now at once, when it returns; changes meanwhile are kept.
    ///
    /// When it throws, the map stays as it is.
    package func refill<Value>(
        _ body: (_ take: @escaping @Sendable ([ReportMark]) -> Void) async throws -> Value
    ) async rethrows -> Value {
        state.withLock { $0.coming = PinStore() }
        defer { state.withLock { $0.coming = nil } }
        let value = try await body { marks in
            self.state.withLock { state in
                for mark in marks { state.coming?.apply(mark) }
            }
        }
        state.withLock { state in
            guard var coming = state.coming else { return }
            coming.withheld = state.pins.withheld
            coming.merge()
            state.pins = coming
            state.snapshot = nil
        }
        return value
    }

    /// Shows nothing of the categories with these codes from now on, and everything of the others.
    package func withhold(_ categories: Set<String>) {
        state.withLock { state in
            guard state.pins.withheld != categories else { return }
            state.pins.withheld = categories
            state.snapshot = nil
        }
    }
}
