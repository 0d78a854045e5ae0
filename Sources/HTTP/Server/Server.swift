import Synchronization

/// Serves a router over HTTP/1.1.
///
/// Its threads are the event loops, where inline handlers run, and one that watches over deadlines. Tasks run on
/// Swift's own pool.
package final class Server: Sendable {
    private let configuration: ServerConfiguration
    private let router: Router
    private let observe: @Sendable (ServerEvent) -> Void
    private let thread = Mutex<WatchThread?>(nil)

    /// Prepares a server; it takes nothing of the system yet.
    ///
    /// - Parameters:
    ///   - configuration: where it listens, and its bounds.
    ///   - router: what answers.
    ///   - observe: hears what happens; called on any thread, so it must be quick.
    package init(
        _ configuration: ServerConfiguration,
        router: Router,
        observe: @escaping @Sendable (ServerEvent) -> Void = { _ in }
    ) {
        self.configuration = configuration
        self.router = router
        self.observe = observe
    }

    /// Starts to serve, and says at which port.
    ///
    /// It goes on until `stop`, even if nobody holds this object.
    ///
    /// - Precondition: it has not been started before.
    package func start() throws(ServerError) -> UInt16 {
        DescriptorLimit.makeRoom(forConnections: configuration.limits.connections)
        let core = try ServerCore(configuration, router: router, observe: observe)
        let listening = try ListeningSocket.open(address: configuration.address, port: configuration.port)
        let daemon = try Daemon(core, listening: listening.socket, eventLoops: configuration.eventLoops)
        let watch = WatchThread(core, daemon: daemon)
        do {
            try watch.start()
        } catch {
            daemon.stop()
            throw error
        }
        thread.withLock { thread in
            precondition(thread == nil, "a server starts once")
            thread = watch
        }
        return listening.port
    }

    /// Accepts no more connections, ends event streams and idle connections, lets running requests finish for
    /// the given time, and cuts the rest.
    ///
    /// Does nothing if the server is not running.
    package func stop(within patience: Duration) async {
        let running = thread.withLock { thread in
            defer { thread = nil }
            return thread
        }
        await running?.stop(within: patience)
    }
}
