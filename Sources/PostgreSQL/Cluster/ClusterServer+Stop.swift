import Glibc

extension ClusterServer {
    /// Stops the server: fast, so that open transactions are rolled back; immediately if that takes too long, which
    /// costs a recovery at the next start; by force at last.
    ///
    /// Waits are not broken off by the stop sign, which is raised by now.
    func stop() throws(ClusterError) {
        let (signs, situation) = try look()
        let pid: Int32
        switch situation {
        case .stopped, .leftovers: return
        case .running(let found), .starting(let found), .stopping(let found): pid = found
        }
        guard signs.isServerAlive else { throw .heldElsewhere(folder: folder.path) }
        observe(.stopping(pid: pid))
        let steps = [
            (SIGINT, configuration.stopLimit), (SIGQUIT, .seconds(10)), (SIGKILL, .seconds(10)),
        ]
        for (signal, limit) in steps {
            if signal != SIGINT { observe(.stopEscalated(pid: pid, signal: signal)) }
            kill(pid, signal)
            if try hasStopped(pid, within: limit) {
                if let file = signs.file { SocketFolder.remove(file.socketFolder) }
                observe(.stopped(pid: pid))
                return
            }
        }
        throw .stopFailed(pid: pid)
    }

    private func hasStopped(_ pid: Int32, within limit: Duration) throws(ClusterError) -> Bool {
        let deadline = ContinuousClock.now + limit
        repeat {
            collect(pid)
            if !table.isServer(pid), try look().situation == .stopped { return true }
            usleep(10_000)
        } while ContinuousClock.now < deadline
        return false
    }
}
