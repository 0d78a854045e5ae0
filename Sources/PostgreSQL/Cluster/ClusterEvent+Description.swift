extension ClusterEvent: CustomStringConvertible {
    /// The event in one sentence, for a readable log.
    package var description: String {
        switch self {
        case .waitingForAnother:
            "Waiting for another command that starts or stops the cluster"
        case .creating(let folder, let version):
            "Making a PostgreSQL \(version) cluster in \(folder)"
        case .created(let folder):
            "Made the cluster in \(folder)"
        case .clearedLeavings(let path):
            "Removed \(path), left by a server that was killed"
        case .waitingForLeftovers(let pids):
            "Waiting for processes of a server that was killed: \(Self.list(pids))"
        case .endingLeftovers(let pids, let signal):
            "Sent signal \(signal) to processes of a server that was killed: \(Self.list(pids))"
        case .starting(let pid):
            "Starting PostgreSQL (process \(pid))"
        case .waiting(let elapsed, let detail):
            "Waiting for PostgreSQL for \(elapsed.components.seconds) s: \(detail)"
        case .ready(let pid, _):
            "PostgreSQL is ready (process \(pid))"
        case .adopted(let pid):
            "Using the PostgreSQL that already runs (process \(pid))"
        case .ended(let pid):
            "PostgreSQL ended while in use (process \(pid))"
        case .restarting(let attempt, _):
            "Starting PostgreSQL again, attempt \(attempt)"
        case .restartFailed(let error):
            "PostgreSQL could not be started again: \(error)"
        case .stopping(let pid):
            "Stopping PostgreSQL (process \(pid))"
        case .stopEscalated(let pid, let signal):
            "PostgreSQL (process \(pid)) did not stop in time, sent signal \(signal)"
        case .stopped(let pid):
            "PostgreSQL is stopped (process \(pid))"
        case .leftToOthers:
            "PostgreSQL goes on running for others"
        }
    }

    private static func list(_ pids: [Int32]) -> String {
        pids.isEmpty ? "none visible" : pids.map(String.init).joined(separator: ", ")
    }
}
