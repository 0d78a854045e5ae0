import Glibc

extension ClusterServer {
    /// Stops the server: fast, so that open transactions are rolled back; immediately if that takes too long, which
    /// costs a recovery at the next start; by force at last.
    ///
    /// What is left of a server that was killed is ended likewise. Waits are not broken off by the stop sign, which
    /// is raised by now.
    func stop() throws(ClusterError) {
        let steps = [
            (SIGINT, configuration.stopLimit), (SIGQUIT, .seconds(10)), (SIGKILL, .seconds(10)),
        ]
        var signs = try look().signs
        let socketFolder = signs.file?.socketFolder
        var server: Int32?
        for (signal, limit) in steps {
            switch ServerSituation.judge(signs) {
            case .stopped:
                break
            case .leftovers(let pids):
                endLeftovers(pids, with: signal == SIGKILL ? SIGKILL : SIGQUIT)
            case .running(let pid), .starting(let pid), .stopping(let pid):
                guard signs.isServerAlive else { throw .heldElsewhere(folder: folder.path) }
                observe(server == nil ? .stopping(pid: pid) : .stopEscalated(pid: pid, signal: signal))
                server = pid
                kill(pid, signal)
            }
            signs = try waitForChange(from: signs, within: limit)
            if ServerSituation.judge(signs) == .stopped {
                if let socketFolder { SocketFolder.remove(socketFolder) }
                if let server { observe(.stopped(pid: server)) }
                return
            }
        }
        throw signs.others.isEmpty
            ? .stopFailed(pid: signs.file?.pid ?? 0)
            : .leftoversRemain(folder: folder.path, pids: signs.others)
    }

    private func endLeftovers(_ pids: [Int32], with signal: Int32) {
        if pids.isEmpty { return }
        observe(.endingLeftovers(pids, signal: signal))
        for pid in pids { kill(pid, signal) }
    }

    /// Waits until nothing is left, or until the server is gone and has left its children behind.
    private func waitForChange(
        from before: ServerSituation.Signs,
        within limit: Duration
    ) throws(ClusterError) -> ServerSituation.Signs {
        let deadline = ContinuousClock.now + limit
        // It may end between the last look at it and the return.
        defer { if let pid = before.file?.pid { collect(pid) } }
        while true {
            if let pid = before.file?.pid { collect(pid) }
            let isServerUp = before.isServerAlive && (before.file.map { table.isServer($0.pid) } ?? false)
            let isLate = ContinuousClock.now >= deadline
            if !isServerUp || isLate {
                let signs = try look().signs
                if isLate || ServerSituation.judge(signs) == .stopped { return signs }
                if before.isServerAlive && !signs.others.isEmpty { return signs }
            }
            usleep(10_000)
        }
    }
}
