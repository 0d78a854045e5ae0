import Threads

/// Whether a worker's statement may be interrupted, is being, or was.
///
/// The rule it keeps: an interruption is only ever sent while the job it is meant for holds the worker, and
/// the worker takes no other job before the sending is over and its traces are gone.
struct Interruption {
    /// How to interrupt the worker's connection, while it has one.
    var handle: CancelHandle?
    /// Set once the job asks to commit: from then on it is left alone.
    var isCommitting = false
    /// Set while another thread talks to the server.
    var isUnderWay = false
    /// Set when the server was told during this job.
    var wasSent = false
}

extension Pool {
    /// Claims the worker for an interruption, if it still runs that job and is not committing.
    func beginInterruption(of worker: Int, running id: UInt64) -> CancelHandle? {
        monitor.withLock { state in
            guard case .busy(id) = state.machine.workers[worker] else { return nil }
            let interruption = state.interruptions[worker]
            guard !interruption.isCommitting, !interruption.isUnderWay else { return nil }
            state.interruptions[worker].isUnderWay = interruption.handle != nil
            return interruption.handle
        }
    }

    /// Lets the worker go on after the server has been told.
    func endInterruption(of worker: Int) {
        monitor.withLock { state in
            state.interruptions[worker].isUnderWay = false
            state.interruptions[worker].wasSent = true
        }
        monitor.signal(worker)
    }

    /// Whether the job may commit: not when it was interrupted; once it may, it no longer is.
    func mayCommit(_ worker: Int, _ ticket: Ticket) -> Bool {
        monitor.wait(on: worker) { state -> Bool? in
            guard !state.interruptions[worker].isUnderWay else { return nil }
            guard !state.interruptions[worker].wasSent, !ticket.isCancelled else { return false }
            state.interruptions[worker].isCommitting = true
            return true
        } ?? false
    }

    /// Ends the job's time of being interruptible; true when the server was told to interrupt it.
    func endInterruptible(_ worker: Int) -> Bool {
        monitor.wait(on: worker) { state -> Bool? in
            guard !state.interruptions[worker].isUnderWay else { return nil }
            let wasSent = state.interruptions[worker].wasSent
            state.interruptions[worker].wasSent = false
            // Stays shut until the next job begins.
            state.interruptions[worker].isCommitting = true
            return wasSent
        } ?? false
    }

    /// Opens the worker to interruptions of the job that begins.
    func beginInterruptible(_ worker: Int) {
        monitor.withLock { $0.interruptions[worker].isCommitting = false }
    }
}
