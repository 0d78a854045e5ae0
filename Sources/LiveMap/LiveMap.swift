import Geography
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
        /// Where on the map a number of `settled` lies, by which its place is found.
        var keys: [UInt64: MortonKey] = [:]
        var fresh: [UInt64: Pin] = [:]
        var replaced: Set<Int> = []
        /// While the map is filled, nothing is merged nor shown.
        var isFilling = false
        /// What readers see; nil when it has changed since somebody looked.
        var snapshot: Snapshot?

        /// The snapshot, made when it is asked for: in a burst of writes nobody may look at most of them.
        mutating func shown() -> Snapshot {
            if let snapshot { return snapshot }
            let made = Snapshot(
                settled: settled,
                fresh: fresh.values.sorted(by: Pin.precedes),
                replaced: replaced,
                symbols: symbols
            )
            snapshot = made
            return made
        }
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
        state.withLock { $0.shown() }
    }

    /// Takes in new and changed reports; older versions of what it knows are passed over.
    ///
    /// When it returns, every later snapshot shows them.
    package func apply(_ marks: [ReportMark]) {
        guard !marks.isEmpty else { return }
        state.withLock { state in
            for mark in marks { apply(mark, to: &state) }
            guard !state.isFilling else { return }
            if state.fresh.count >= max(mergeAfter, state.settled.count / 256) { merge(&state) }
            state.snapshot = nil
        }
    }

    /// Lets `body` apply any number of reports, which are sorted and shown once, when it returns.
    package func fill<Value>(
        _ body: () async throws -> Value
    ) async rethrows -> Value {
        state.withLock { state in
            _ = state.shown()
            state.isFilling = true
        }
        defer {
            state.withLock { state in
                state.isFilling = false
                merge(&state)
                state.snapshot = nil
            }
        }
        return try await body()
    }

    private func apply(_ mark: ReportMark, to state: inout State) {
        guard let pin = Pin(mark, symbols: &state.symbols) else { return }
        if let known = state.fresh[pin.number] {
            guard known.version < pin.version else { return }
        } else if let place = place(of: pin.number, in: state) {
            guard state.settled[place].version < pin.version else { return }
            state.replaced.insert(place)
        }
        state.fresh[pin.number] = pin
    }

    private func place(of number: UInt64, in state: borrowing State) -> Int? {
        guard let key = state.keys[number] else { return nil }
        return Snapshot.place(of: (key, number), in: state.settled)
    }

    private func merge(_ state: inout State) {
        let fresh = state.fresh.values.sorted(by: Pin.precedes)
        var pins: [Pin] = []
        pins.reserveCapacity(state.settled.count - state.replaced.count + fresh.count)
        var taken = 0
        func take(upTo end: Int) {
            pins.append(contentsOf: state.settled[taken..<end])
            taken = end
        }
        var gaps = state.replaced.sorted()[...]
        for pin in fresh {
            let end = Snapshot.lowerBound(of: (pin.key, pin.number), in: state.settled)
            while let gap = gaps.first, gap < end {
                take(upTo: gap)
                taken = gap + 1
                gaps.removeFirst()
            }
            if end > taken { take(upTo: end) }
            pins.append(pin)
            state.keys[pin.number] = pin.key
        }
        for gap in gaps {
            take(upTo: gap)
            taken = gap + 1
        }
        take(upTo: state.settled.count)
        state.settled = pins
        state.fresh = [:]
        state.replaced = []
    }
}
