import Glibc

/// Watches over a server that is in use, on a thread of its own, and starts it again when it ends.
final class Supervision: Sendable {
    /// How often the server is looked at: reading one line of the process table.
    private static let tick: Int32 = 250
    /// A server that lived this long is not in a row of failures.
    private static let goodLife = Duration.seconds(60)

    private let server: ClusterServer
    private let firstPid: Int32

    init(of server: ClusterServer, pid: Int32) {
        self.server = server
        firstPid = pid
    }

    /// Starts the thread; it ends when the server's stop sign is raised.
    func start() throws(ClusterError) -> pthread_t {
        var thread = pthread_t()
        let retained = unsafe Unmanaged.passRetained(self).toOpaque()
        let code = unsafe pthread_create(&thread, nil, superviseOnThread, retained)
        if code != 0 {
            unsafe Unmanaged<Supervision>.fromOpaque(retained).release()
            throw .noResources(code: code)
        }
        return thread
    }

    fileprivate func run() {
        var pid = firstPid
        var attempt = 0
        var aliveSince = ContinuousClock.now
        var ticks = 0
        while !server.stopSign.waits(milliseconds: Self.tick) {
            server.collect(pid)
            ticks &+= 1
            if ticks % 120 == 0 { server.log.trim() }
            if isUp(pid) { continue }
            server.observe(.ended(pid: pid))
            if ContinuousClock.now - aliveSince > Self.goodLife { attempt = 0 }
            guard let next = restart(&attempt) else { return }
            pid = next
            aliveSince = .now
        }
    }

    /// Starts the server again, as often as it takes; `nil` when the stop sign was raised.
    private func restart(_ attempt: inout Int) -> Int32? {
        while true {
            attempt += 1
            let pause = Self.pause(before: attempt)
            server.observe(.restarting(attempt: attempt, pause: .milliseconds(pause)))
            if server.stopSign.waits(milliseconds: pause) { return nil }
            do throws(ClusterError) {
                return try server.underStartLock(waiting: .untilStopSign) { () throws(ClusterError) in
                    try server.ensureRunning().pid
                }
            } catch {
                if error == .cancelled { return nil }
                server.observe(.restartFailed(error))
            }
        }
    }

    /// Milliseconds to wait before an attempt: none before the first, then doubling from a quarter second to thirty.
    static func pause(before attempt: Int) -> Int32 {
        attempt <= 1 ? 0 : min(30_000, 250 << Int32(min(attempt - 2, 10)))
    }

    /// A process that is not in our table may still be a server, seen through its socket from another container.
    private func isUp(_ pid: Int32) -> Bool {
        if server.table.isServer(pid) { return true }
        let seen = try? server.underStartLock(waiting: .untilStopSign) { () throws(ClusterError) in
            try server.look().situation
        }
        return seen == .running(pid: pid)
    }
}

/// The thread's body: takes back the object that `start` lent it.
private func superviseOnThread(_ lent: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let lent = unsafe lent else { return nil }
    unsafe Unmanaged<Supervision>.fromOpaque(lent).takeRetainedValue().run()
    return nil
}
