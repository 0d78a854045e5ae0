import Synchronization
import Threads

/// Sends NOTIFY on a connection and a thread of its own, however often it is told to, at most every 5 ms.
///
/// A writer never sends it within its own transaction: commits that notify wait for each other. What cannot be sent
/// because the server is away is sent once when it is back; listeners catch up by themselves.
package final class Notifier: Sendable {
    /// Signals that come sooner after a notification are told together.
    package static let pause = Duration.milliseconds(5)

    package let configuration: DatabaseConfiguration
    package let channel: String
    /// What its notifications say, so that a listener can pass over its own instance's.
    package let name: String
    private let statement: String
    private let observe: @Sendable (DatabaseEvent) -> Void
    private let monitor = Monitor(State())

    private struct State {
        var isRaised = false
        var isStopping = false
        var isOver = false
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    /// Starts a notifier of a channel until `stop`.
    ///
    /// - Parameters:
    ///   - configuration: where the database is.
    ///   - channel: the name that listeners give to LISTEN.
    ///   - observe: told when the connection is lost, once until it is back.
    package init(
        _ configuration: DatabaseConfiguration,
        channel: String,
        observe: @escaping @Sendable (DatabaseEvent) -> Void = { _ in }
    ) {
        self.configuration = configuration
        self.observe = observe
        self.channel = channel
        name = String(UInt64.random(in: 0 ... .max), radix: 16)
        statement = "NOTIFY \(SQL.quoted(channel)), '\(name)'"
        WorkerThread.start(named: "pg-notify") { self.run() }
    }

    /// Says that something was committed; returns at once, on any thread.
    package func signal() {
        let isFirst = monitor.withLock { state in
            defer { state.isRaised = true }
            return !state.isRaised
        }
        if isFirst { monitor.signal() }
    }

    /// Sends what is still to be sent, if the server is there, and returns when the thread is done.
    package func stop() async {
        monitor.withLock { $0.isStopping = true }
        monitor.signal()
        await withCheckedContinuation { continuation in
            let isOver = monitor.withLock { state in
                if !state.isOver { state.waiting.append(continuation) }
                return state.isOver
            }
            if isOver { continuation.resume() }
        }
    }

    private func run() {
        var backoff = Backoff(first: .milliseconds(50), cap: .seconds(2), seed: configuration.seed)
        var isAway = false
        while !isStopping(within: .zero) {
            let detail = serve {
                backoff.reset()
                isAway = false
            }
            guard let detail else { break }
            let pause = backoff.wait()
            if !isAway { observe(.notifierLost(detail: detail, retryIn: pause)) }
            isAway = true
            _ = isStopping(within: pause)
        }
        let waiting = monitor.withLock { state in
            state.isOver = true
            defer { state.waiting.removeAll() }
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }

    /// Notifies until the connection is lost, and says why; nil when it was told to stop.
    private func serve(connected: () -> Void) -> String? {
        do throws(ConnectFailure) {
            var configuration = configuration
            configuration.applicationName += " notifier"
            let connection = try Connection.open(configuration, access: .readWrite)
            do throws(DatabaseError) {
                // A notification that a crash swallows is worth no wait for the disk.
                try connection.run(script: "SET synchronous_commit = off")
                connected()
                while next() {
                    do throws(DatabaseError) {
                        try connection.run(script: statement)
                    } catch {
                        signal()
                        throw error
                    }
                    _ = isStopping(within: Notifier.pause)
                }
                return nil
            } catch {
                return error.debugDescription
            }
        } catch {
            return error.detail
        }
    }

    /// Waits for a signal and takes it; false when there is none and the notifier is to stop.
    private func next() -> Bool {
        monitor.wait { state -> Bool? in
            guard state.isRaised else { return state.isStopping ? false : nil }
            state.isRaised = false
            return true
        } ?? false
    }

    /// Waits for so long, or until the notifier is to stop.
    private func isStopping(within limit: Duration) -> Bool {
        monitor.wait(until: .now + limit) { $0.isStopping ? true : nil } ?? false
    }
}
