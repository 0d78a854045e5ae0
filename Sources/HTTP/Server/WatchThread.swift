import Glibc
import Synchronization

/// The thread beside the event loops: hears hang-ups, keeps deadlines, sends heartbeats, and stops the server.
final class WatchThread: Sendable {
    private struct Stop {
        let patience: Duration
        let done: CheckedContinuation<Void, Never>
    }

    /// How long clients may take for the last events when the server stops, in milliseconds.
    private static let patienceForEvents: Int64 = 1_000

    private let core: ServerCore
    private let daemon: Daemon
    private let wish = Mutex<Stop?>(nil)

    init(_ core: ServerCore, daemon: Daemon) {
        self.core = core
        self.daemon = daemon
    }

    /// Starts the thread, which keeps this object alive until the server has stopped.
    func start() throws(ServerError) {
        var thread = pthread_t()
        let held = unsafe Unmanaged.passRetained(self)
        let code = unsafe pthread_create(&thread, nil, runWatchThread, held.toOpaque())
        guard code == 0 else {
            unsafe held.release()
            throw .noResources(errno: code)
        }
        pthread_detach(thread)
    }

    /// Stops the server: gently within the given time, then hard.
    ///
    /// Returns when it is done.
    func stop(within patience: Duration) async {
        await withCheckedContinuation { done in
            wish.withLock { $0 = Stop(patience: patience, done: done) }
            core.watch.ring()
        }
    }

    fileprivate func run() {
        let interval = Int32(clamping: core.limits.inspection.milliseconds)
        var nextInspection: Int64 = 0
        while true {
            handle(core.watch.wait(milliseconds: interval))
            let now = MonotonicClock.milliseconds
            if now >= nextInspection {
                inspect(at: now)
                nextInspection = now + Int64(interval)
            }
            if let stop = wish.withLock({ $0 }) {
                drain(until: now + stop.patience.milliseconds)
                stop.done.resume()
                return
            }
        }
    }

    private func handle(_ reports: [HangUpWatch.Report]) {
        for case .hangUp(let number) in reports {
            guard let connection = core.table[number] else { continue }
            connection.noteHangUp(at: MonotonicClock.milliseconds)
            connection.exchange?.hangUp()
        }
    }

    private func inspect(at now: Int64) {
        for connection in core.table.all {
            let exchange = connection.exchange
            exchange?.work.withLock { $0.reader }?.tick(now: now)
            guard let phase = connection.overdue(at: now) else { continue }
            core.observe(.connectionCut(phase))
            if phase == .answering, let exchange {
                exchange.expire()
            } else {
                core.table.cut(connection)
            }
        }
    }

    /// Lets running requests finish, and closes the idle connections; then ends what is left.
    private func drain(until deadline: Int64) {
        core.startDraining()
        daemon.quiesce()
        let lastEvents = MonotonicClock.milliseconds + WatchThread.patienceForEvents
        while MonotonicClock.milliseconds < deadline {
            let isLate = MonotonicClock.milliseconds >= lastEvents
            var answering = 0
            for connection in core.table.all {
                if let exchange = connection.exchange {
                    // Who does not read them would hold up the stop to its very end.
                    let isStream = exchange.endEvents()
                    if isStream, isLate { core.table.cut(connection) }
                    answering += isStream ? 0 : 1
                } else if connection.phase == .awaitingHead {
                    core.table.cut(connection)
                } else {
                    answering += 1
                }
            }
            // What was cut and is still there the library has not noticed yet; the end of the daemon closes it.
            let isDone = core.table.count == 0 || (isLate && answering == 0)
            if isDone, core.runningTasks.load(ordering: .relaxed) == 0 { break }
            handle(core.watch.wait(milliseconds: 10))
            inspect(at: MonotonicClock.milliseconds)
        }
        end()
    }

    private func end() {
        let abandoned = core.table.all.count { $0.exchange != nil }
        core.halt()
        for connection in core.table.all {
            guard let exchange = connection.exchange else { continue }
            exchange.hangUp()
            exchange.gate.seal()
        }
        daemon.stop()
        core.observe(.stopped(abandoned: abandoned))
    }
}

/// The thread's body.
private func runWatchThread(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let context = unsafe context else { return nil }
    unsafe Unmanaged<WatchThread>.fromOpaque(context).takeRetainedValue().run()
    return nil
}
