import Glibc

/// The patience of one start: what it waits for, for how long, and what it does about it.
struct StartWait {
    private let begin = ContinuousClock.now
    private let limit: Duration
    private let observe: @Sendable (ClusterEvent) -> Void
    private var nextReport = Duration.seconds(2)
    private var leftoversSince: ContinuousClock.Instant?
    private var signalSent: Int32 = 0

    init(limit: Duration, observe: @escaping @Sendable (ClusterEvent) -> Void) {
        self.limit = limit
        self.observe = observe
    }

    var elapsed: Duration { ContinuousClock.now - begin }

    /// Goes on waiting for a server that is on its way, and tells of it every two seconds.
    mutating func goOn(for pid: Int32, log: ServerLog) throws(ClusterError) {
        let elapsed = self.elapsed
        if elapsed > limit { throw .notReady(pid: pid, waited: elapsed, log: log.path) }
        guard elapsed >= nextReport else { return }
        nextReport = elapsed + .seconds(2)
        observe(.waiting(elapsed: elapsed, detail: log.lastLines(1)))
    }

    /// Goes on waiting for the processes of a killed server, which end by themselves as soon as they notice; one
    /// that is busy is asked after five seconds, killed after ten, and given up after thirty.
    mutating func goOn(forLeftovers pids: [Int32], folder: ClusterFolder) throws(ClusterError) {
        let since = leftoversSince ?? .now
        if leftoversSince == nil {
            leftoversSince = since
            observe(.waitingForLeftovers(pids))
        }
        let waited = ContinuousClock.now - since
        if pids.isEmpty {
            if waited > .seconds(10) { throw .heldElsewhere(folder: folder.path) }
            return
        }
        if waited > .seconds(30) { throw .leftoversRemain(folder: folder.path, pids: pids) }
        let signal = waited > .seconds(10) ? SIGKILL : waited > .seconds(5) ? SIGQUIT : 0
        guard signal != signalSent else { return }
        signalSent = signal
        observe(.endingLeftovers(pids, signal: signal))
        for pid in pids { kill(pid, signal) }
    }
}
