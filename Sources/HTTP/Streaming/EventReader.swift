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

    private let source: EventSource
    private let state: Mutex<State>

    /// Joins the source; nil if it has as many clients as it may.
    ///
    /// `dropped` is called when the client did not keep up; it must cut the connection, which may be stuck.
    init?(_ subscription: EventSubscription, dropped: @escaping @Sendable () -> Void) {
        source = subscription.source
        var queue = StreamQueue(highWater: source.limits.backlogBytes)
        _ = queue.append(ServerSentEvent.retry(milliseconds: source.limits.retryMilliseconds))
        for event in subscription.replay { _ = queue.append(event.bytes) }
        state = Mutex(State(queue: queue, drop: dropped))
        guard source.add(self) else { return nil }
    }

    func append(_ bytes: [UInt8]) {
        let (wake, drop) = state.withLock { state in
            guard !state.queue.isClosed else {
                return (nil as (@Sendable () -> Void)?, nil as (@Sendable () -> Void)?)
            }
            guard !state.queue.mustWait else {
                state.queue.fail()
                return (state.wake, state.drop)
            }
            _ = state.queue.append(bytes)
            return (state.wake, nil)
        }
        if let drop {
            source.remove(self, dropped: true)
            drop()
        }
        wake?()
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
        if isSilent { append(ServerSentEvent.heartbeat) }
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
