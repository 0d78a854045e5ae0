import Threads

@testable import PostgreSQL

/// A flag that one side raises and the other waits for, on a thread or in a task.
final class Signal: Sendable {
    private struct State {
        var isRaised = false
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let monitor = Monitor(State())

    func raise() {
        let waiting = monitor.withLock { state in
            state.isRaised = true
            defer { state.waiting.removeAll() }
            return state.waiting
        }
        monitor.signalAll()
        for continuation in waiting { continuation.resume() }
    }

    /// Blocks the thread; for closures that run on a worker.
    ///
    /// Gives up after a while, so that a test that failed elsewhere can end.
    func waitOnThread() {
        _ = monitor.wait(until: .now + .seconds(30)) { $0.isRaised ? true : nil }
    }

    /// Returns early when the task is cancelled.
    func wait() async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isRaised = monitor.withLock { state in
                    if !state.isRaised { state.waiting.append(continuation) }
                    return state.isRaised
                }
                if isRaised { continuation.resume() }
            }
        } onCancel: {
            raise()
        }
    }
}

/// Everything that was reported so far, and a way to wait for something to be.
final class Record<Event: Sendable>: Sendable {
    private struct State {
        var events: [Event] = []
        var isCancelled = false
        var waiting: [(test: @Sendable ([Event]) -> Bool, continuation: CheckedContinuation<Void, Never>)] =
            []
    }

    private let monitor = Monitor(State())

    var events: [Event] { monitor.withLock { $0.events } }

    func add(_ event: Event) {
        let ready = monitor.withLock { state in
            state.events.append(event)
            let events = state.events
            let ready = state.waiting.filter { $0.test(events) }
            state.waiting.removeAll { $0.test(events) }
            return ready
        }
        for (_, continuation) in ready { continuation.resume() }
    }

    /// Returns early when a waiting task is cancelled.
    func wait(until test: @escaping @Sendable ([Event]) -> Bool) async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isTrue = monitor.withLock { state in
                    let isTrue = state.isCancelled || test(state.events)
                    if !isTrue { state.waiting.append((test, continuation)) }
                    return isTrue
                }
                if isTrue { continuation.resume() }
            }
        } onCancel: {
            let waiting = monitor.withLock { state in
                state.isCancelled = true
                defer { state.waiting.removeAll() }
                return state.waiting
            }
            for (_, continuation) in waiting { continuation.resume() }
        }
    }
}
