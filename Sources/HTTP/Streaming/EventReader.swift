import Synchronization

/// One client of an event source, with the events that wait for it.
final class EventReader: BodyReader {
    private struct State {
        var queue: StreamQueue
        var wake: (@Sendable () -> Void)?
        var drop: (@Sendable () -> Void)?
        var deliveredAtLastTick = 0
        var silentSince: Int64?
    }

    let source: EventSource
    /// Whose stream it is.
    let listener: Int?
    private let state: Mutex<State>

    /// Joins the source; nil if it has as many clients as it may.
    ///
    /// `dropped` is called when the client did not keep up; it must cut the connection, which may be stuck.
    init?(_ subscription: EventSubscription, dropped: @escaping @Sendable () -> Void) {
        source = subscription.source
        listener = subscription.listener
        var queue = StreamQueue(highWater: source.limits.backlogBytes)
        _ = queue.append(ServerSentEvent.retry(milliseconds: source.limits.retryMilliseconds))
        state = Mutex(State(queue: queue, drop: dropped))
        guard source.add(self, subscription) else { return nil }
    }

    /// Takes what the client missed; called once, under the source's lock.
    func begin(with events: [[UInt8]]) {
        state.withLock { state in
            for bytes in events { _ = state.queue.append(bytes) }
        }
    }

    /// Takes an event; what is returned must be run when no lock is held.
    func append(_ bytes: [UInt8]) -> Effect? {
        state.withLock { state in
            guard !state.queue.isClosed else { return nil }
            guard !state.queue.mustWait else {
                state.queue.fail()
                return state.drop.map { .drop(self, cut: $0, wake: state.wake) }
            }
            _ = state.queue.append(bytes)
            return state.wake.map { .wake($0) }
        }
    }

    func attach(waking: @escaping @Sendable () -> Void) {
        state.withLock { $0.wake = waking }
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) -> BodyReadResult {
        state.withLock { unsafe $0.queue.read(into: buffer) }
    }

    func tick(now: Int64) {
        let patience = source.limits.heartbeat.milliseconds
        let isSilent = state.withLock { state in
            if state.queue.delivered != state.deliveredAtLastTick || state.silentSince == nil {
                state.deliveredAtLastTick = state.queue.delivered
                state.silentSince = now
            }
            guard let since = state.silentSince, now - since >= patience else { return false }
            state.silentSince = now
            return true
        }
        if isSilent { append(ServerSentEvent.heartbeat)?.run() }
    }

    func finish() {
        let wake = state.withLock { state in
            state.queue.complete()
            return state.wake
        }
        source.remove(self, dropped: false)
        wake?()
    }

    func abandon() {
        state.withLock { $0.queue.fail() }
        source.remove(self, dropped: false)
    }
}
