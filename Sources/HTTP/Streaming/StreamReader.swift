import Synchronization

/// Joins a writing task to the connection that sends what it writes, with a bounded queue between them.
final class StreamReader: BodyReader {
    private struct State {
        var queue: StreamQueue
        var writer: CheckedContinuation<Void, Never>?
        var wake: (@Sendable () -> Void)?
        var task: Task<Void, Never>?
    }

    private let state: Mutex<State>

    init(highWater: Int = 262_144) {
        state = Mutex(State(queue: StreamQueue(highWater: highWater)))
    }

    /// Starts the task that writes.
    ///
    /// It ends by itself, or is cancelled by `abandon`, which the connection calls at the latest when the
    /// answer is let go.
    func start(_ stream: ResponseStream, ended: @escaping @Sendable () -> Void) {
        let writer = BodyWriter { bytes async throws(BodyClosed) in try await self.append(bytes) }
        let task = Task {
            defer { ended() }
            do {
                try await stream.produce(writer)
                self.end { $0.complete() }
            } catch {
                self.end { $0.fail() }
            }
        }
        let isClosed = state.withLock { state in
            state.task = task
            return state.queue.isClosed
        }
        if isClosed { task.cancel() }
    }

    func attach(waking: @escaping @Sendable () -> Void) {
        state.withLock { $0.wake = waking }
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) -> BodyReadResult {
        let (result, writer) = state.withLock { state in
            let result = unsafe state.queue.read(into: buffer)
            guard !state.queue.mustWait else { return (result, nil as CheckedContinuation<Void, Never>?) }
            defer { state.writer = nil }
            return (result, state.writer)
        }
        writer?.resume()
        return result
    }

    func tick(now: Int64) {}

    func finish() {}

    func abandon() {
        end { $0.fail() }
        state.withLock { $0.task }?.cancel()
    }

    private func append(_ bytes: [UInt8]) async throws(BodyClosed) {
        let (taken, wake) = state.withLock { ($0.queue.append(bytes), $0.wake) }
        guard taken else { throw BodyClosed() }
        wake?()
        await withCheckedContinuation { continuation in
            let mayGoOn = state.withLock { state in
                if !state.queue.mustWait || state.writer != nil { return true }
                state.writer = continuation
                return false
            }
            if mayGoOn { continuation.resume() }
        }
        if state.withLock({ $0.queue.isClosed }) { throw BodyClosed() }
    }

    private func end(_ close: (inout StreamQueue) -> Void) {
        let (writer, wake) = state.withLock { state in
            close(&state.queue)
            defer { state.writer = nil }
            return (state.writer, state.wake)
        }
        writer?.resume()
        wake?()
    }
}
