import Synchronization
import Threads

/// Hears NOTIFY on a connection and a thread of its own, and connects again whenever it must.
///
/// Notifications sent while it was away are lost: every `connected` means that the consumer must catch up by
/// itself.
package final class Listener: Sendable {
    private let configuration: DatabaseConfiguration
    private let channels: [String]
    private let deliver: @Sendable (ListenerEvent) -> Void
    private let observe: @Sendable (DatabaseEvent) -> Void
    private let wakes: WakePair
    private let isStopping = Atomic(false)
    private let ending = Mutex(Ending())

    private struct Ending {
        var isOver = false
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    /// Starts to listen until `stop`; nil when the process has no file descriptor left.
    ///
    /// - Parameters:
    ///   - configuration: where the database is.
    ///   - channels: the names given to LISTEN.
    ///   - observe: told what happens, for logs.
    ///   - deliver: called on the listener's thread, one event after the other; it must not block.
    package init?(
        _ configuration: DatabaseConfiguration,
        channels: [String],
        observe: @escaping @Sendable (DatabaseEvent) -> Void = { _ in },
        deliver: @escaping @Sendable (ListenerEvent) -> Void
    ) {
        guard let wakes = WakePair() else { return nil }
        var configuration = configuration
        configuration.applicationName += " listener"
        self.configuration = configuration
        self.channels = channels
        self.observe = observe
        self.deliver = deliver
        self.wakes = wakes
        WorkerThread.start(named: "pg-listen") { self.run() }
    }

    /// Stops listening and returns when the thread is done.
    package func stop() async {
        isStopping.store(true, ordering: .releasing)
        wakes.wake()
        await withCheckedContinuation { continuation in
            let isOver = ending.withLock { ending in
                if !ending.isOver { ending.waiting.append(continuation) }
                return ending.isOver
            }
            if isOver { continuation.resume() }
        }
    }

    private func run() {
        var backoff = Backoff(first: .milliseconds(50), cap: .seconds(2), seed: configuration.seed)
        while !isStopping.load(ordering: .acquiring) {
            let detail = listen { backoff.reset() }
            guard let detail else { break }
            let pause = backoff.wait()
            observe(.listenerLost(detail: detail, retryIn: pause))
            _ = wakes.wait(for: -1, upTo: pause)
        }
        let waiting = ending.withLock { ending in
            ending.isOver = true
            defer { ending.waiting.removeAll() }
            return ending.waiting
        }
        for continuation in waiting { continuation.resume() }
    }

    /// Listens until the connection is lost, and says why; nil when it was told to stop.
    private func listen(connected: () -> Void) -> String? {
        do throws(ConnectFailure) {
            let connection = try Connection.open(configuration, access: .readOnly)
            do throws(DatabaseError) {
                for channel in channels { try connection.listen(to: channel) }
            } catch {
                return error.debugDescription
            }
            connected()
            observe(.listening)
            deliver(.connected)
            defer { deliver(.disconnected) }
            return hear(connection)
        } catch {
            return error.detail
        }
    }

    private func hear(_ connection: borrowing Connection) -> String? {
        while true {
            while let (channel, payload) = connection.nextNotification() {
                deliver(.notification(channel: channel, payload: payload))
            }
            switch wakes.wait(for: connection.socket, upTo: nil) {
            case .woken:
                return nil
            case .readable, .timeout:
                do throws(DatabaseError) {
                    try connection.readInput()
                } catch {
                    return connection.complaint
                }
            }
        }
    }
}
