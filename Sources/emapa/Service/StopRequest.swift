import Synchronization

/// That the process was asked to stop: raised by the thread that gets the signals, awaited by the service.
final class StopRequest: Sendable {
    private enum State {
        case running
        case awaited(CheckedContinuation<Int32, Never>)
        case raised(signal: Int32)
    }

    private let state = Mutex(State.running)

    /// Passes a signal on; false if there was one before.
    func raise(signal: Int32) -> Bool {
        let (isFirst, waiter) = state.withLock { state -> (Bool, CheckedContinuation<Int32, Never>?) in
            defer { state = .raised(signal: signal) }
            switch state {
            case .running: return (true, nil)
            case .awaited(let waiter): return (true, waiter)
            case .raised: return (false, nil)
            }
        }
        waiter?.resume(returning: signal)
        return isFirst
    }

    /// Returns the signal's number once there is one.
    ///
    /// - Precondition: only one task waits.
    func wait() async -> Int32 {
        await withCheckedContinuation { continuation in
            let raised: Int32? = state.withLock { state in
                if case .raised(let signal) = state { return signal }
                state = .awaited(continuation)
                return nil
            }
            if let raised { continuation.resume(returning: raised) }
        }
    }
}
