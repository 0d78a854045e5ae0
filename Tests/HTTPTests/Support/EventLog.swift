import Synchronization

@testable import HTTP

/// Collects what a server tells.
final class EventLog: Sendable {
    private struct State {
        var events: [ServerEvent] = []
        var waiters: [(matches: @Sendable (ServerEvent) -> Bool, signal: Signal)] = []
    }

    private let state = Mutex(State())

    var all: [ServerEvent] { state.withLock { $0.events } }

    var finished: [RequestRecord] {
        all.compactMap { if case .requestFinished(let record) = $0 { record } else { nil } }
    }

    func record(_ event: ServerEvent) {
        let signals = state.withLock { state in
            state.events.append(event)
            return state.waiters.filter { $0.matches(event) }.map(\.signal)
        }
        for signal in signals { signal.set() }
    }

    /// Returns when such an event has come, now or before.
    func wait(for matches: @escaping @Sendable (ServerEvent) -> Bool) async {
        let signal = Signal()
        let isThere = state.withLock { state in
            state.waiters.append((matches, signal))
            return state.events.contains(where: matches)
        }
        if !isThere { await signal.wait() }
    }
}
