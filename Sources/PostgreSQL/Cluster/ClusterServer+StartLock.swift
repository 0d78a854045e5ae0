import Glibc

extension ClusterServer {
    /// What ends the wait for the start lock besides its limit.
    enum Waiting {
        /// The stop sign ends it.
        case untilStopSign
        /// Nothing does: the cluster is being left, and the sign is raised.
        case stubbornly
    }

    /// Runs a body while no other user of the folder starts, joins, leaves or stops.
    func underStartLock<Result: ~Copyable>(
        waiting: Waiting,
        _ body: () throws(ClusterError) -> Result
    ) throws(ClusterError) -> Result {
        let lock = try FolderLock(path: folder.startLock, owner: account)
        let begin = ContinuousClock.now
        var isReported = false
        while try !lock.take(.exclusive) {
            let waited = ContinuousClock.now - begin
            if waited > configuration.startLimit { throw .busy(folder: folder.path, waited: waited) }
            if !isReported { observe(.waitingForAnother) }
            isReported = true
            switch waiting {
            case .untilStopSign: try stopSign.pause(milliseconds: 20)
            case .stubbornly: usleep(20_000)
            }
        }
        return try body()
    }
}
