package import Reports
import Synchronization

/// The map of all public reports, kept in memory, current to the last change and read without waiting.
///
/// A change is applied only if its version is newer than what the map holds, so the same change may arrive
/// twice, or late, from the instance's own writer and from the feed.
package final class LiveMap: Sendable {
    private struct State {
        var symbols = Symbols()
        var settled: [Pin] = []
        /// Where in `settled` a number stands.
        var places: [UInt64: Int] = [:]
        var fresh: [UInt64: Pin] = [:]
        var replaced: Set<Int> = []
        /// While the map is filled, nothing is merged nor shown.
        var isFilling = false
        var snapshot = Snapshot(settled: [], fresh: [], replaced: [], symbols: Symbols())
    }

    /// After so many fresh pins they are merged into the settled ones.
    private let mergeAfter: Int
    private let state = Mutex(State())

    /// An empty map that merges its newest pins after `mergeAfter` of them.
    package init(mergeAfter: Int = 1_024) {
        self.mergeAfter = mergeAfter
    }

    /// The map as it stands now.
    package var snapshot: Snapshot {
        state.withLock { $0.snapshot }
    }

    /// Takes in new and changed reports; older versions of what it knows are passed over.
    ///
    /// When it returns, every later snapshot shows them.
    package func apply(_ marks: [ReportMark]) {
        guard !marks.isEmpty else { return }
        state.withLock { state in
            for mark in marks { apply(mark, to: &state) }
            guard !state.isFilling else { return }
            if state.fresh.count >= mergeAfter { merge(&state) }
            publish(&state)
        }
    }

    /// Lets `body` apply any number of reports, which are sorted and shown once, when it returns.
    package func fill<Value>(
        _ body: () async throws -> Value
    ) async rethrows -> Value {
        state.withLock { $0.isFilling = true }
        defer {
            state.withLock { state in
                state.isFilling = false
                merge(&state)
                publish(&state)
            }
        }
        return try await body()
    }

    private func apply(_ mark: ReportMark, to state: inout State) {
        guard let pin = Pin(mark, symbols: &state.symbols) else { return }
        if let known = state.fresh[pin.number] {
            guard known.version < pin.version else { return }
        } else if let place = state.places[pin.number] {
            guard state.settled[place].version < pin.version else { return }
            state.replaced.insert(place)
        }
        state.fresh[pin.number] = pin
    }

    private func merge(_ state: inout State) {
        var pins: [Pin] = []
        pins.reserveCapacity(state.settled.count + state.fresh.count)
        for (place, pin) in state.settled.enumerated() where !state.replaced.contains(place) {
            pins.append(pin)
        }
        pins.append(contentsOf: state.fresh.values)
        pins.sort(by: Pin.precedes)
        state.settled = pins
        state.places = Dictionary(minimumCapacity: pins.count)
        for (place, pin) in pins.enumerated() { state.places[pin.number] = place }
        state.fresh = [:]
        state.replaced = []
    }

    private func publish(_ state: inout State) {
        state.snapshot = Snapshot(
            settled: state.settled,
            fresh: state.fresh.values.sorted(by: Pin.precedes),
            replaced: state.replaced,
            symbols: state.symbols
        )
    }
}
