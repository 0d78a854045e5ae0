import Synchronization

/// The place where a task's cancellation finds its job, whichever of the two comes first.
final class JobSlot: Sendable {
    private struct State {
        var job: TransferJob?
        var isCancelled = false
    }

    private let state = Mutex(State())

    /// Puts the job there; true if the task was cancelled before.
    func put(_ job: TransferJob) -> Bool {
        state.withLock { state in
            state.job = job
            return state.isCancelled
        }
    }

    /// Notes the cancellation; returns the job if it is there already.
    func cancel() -> TransferJob? {
        state.withLock { state in
            state.isCancelled = true
            return state.job
        }
    }
}
