/// What happens to the private cluster, for logs and metrics.
package enum ClusterEvent: Sendable, Equatable {
    /// Another command is starting or stopping the cluster, and is waited for.
    case waitingForAnother
    /// There is no cluster yet, and one is being made with this version of PostgreSQL.
    case creating(folder: String, version: Int)
    /// The cluster was made.
    case created(folder: String)
    /// Leavings of a server that was killed were removed.
    case clearedLeavings(path: String)
    /// Processes of a server that was killed are still there, and are waited for.
    case waitingForLeftovers([Int32])
    /// Processes of a server that was killed would not end, and got this signal.
    case endingLeftovers([Int32], signal: Int32)
    /// The server was started and is coming up.
    case starting(pid: Int32)
    /// The server is not ready yet (crash recovery, most often); `detail` is the last line of its log.
    case waiting(elapsed: Duration, detail: String)
    /// The server that was started answers.
    case ready(pid: Int32, elapsed: Duration)
    /// A server that already ran on the folder is used.
    case adopted(pid: Int32)
    /// The server ended although it is in use.
    case ended(pid: Int32)
    /// The server is started again after a pause.
    case restarting(attempt: Int, pause: Duration)
    /// The server could not be started again; the next attempt follows.
    case restartFailed(ClusterError)
    /// This was the last user, so the server is being stopped.
    case stopping(pid: Int32)
    /// The server did not stop in time, and got this signal.
    case stopEscalated(pid: Int32, signal: Int32)
    /// The server is stopped.
    case stopped(pid: Int32)
    /// The server goes on running because others use it.
    case leftToOthers
}
