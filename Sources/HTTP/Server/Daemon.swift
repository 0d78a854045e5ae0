import CMicrohttpd
import CMicrohttpdShim
import Glibc

/// The library's daemon: its event loops, and the callbacks by which it reaches us.
@safe final class Daemon: @unchecked Sendable {
    // Invariant: `native` is set once; `quiesce` and `stop` are called by the watch thread only, in this order.
    private let native: OpaquePointer
    private let core: Unmanaged<ServerCore>
    private let listening: Int32
    /// A socket that nobody can connect to.
    private let nowhere: Int32

    /// Starts the event loops on a socket, which belongs to it from now on.
    init(_ core: ServerCore, listening: Int32, eventLoops: Int) throws(ServerError) {
        nowhere = ListeningSocket.make(family: AF_INET)
        guard nowhere >= 0 else {
            let failure = errno
            close(listening)
            throw .noResources(errno: failure)
        }
        let held = unsafe Unmanaged.passRetained(core)
        var options = unsafe http_daemon_options()
        unsafe options.listening_socket = listening
        unsafe options.threads = UInt32(clamping: eventLoops)
        unsafe options.connection_limit = UInt32(clamping: core.limits.connections)
        // Rounded up: the library cuts what stands still, our own deadlines are the exact ones.
        unsafe options.idle_seconds = UInt32(clamping: core.limits.idle.milliseconds / 1_000 + 1)
        // The head twice over: the answer's head is written into the same memory.
        unsafe options.memory_per_connection = core.limits.headBytes * 2
        unsafe options.context = held.toOpaque()
        unsafe options.accept = acceptConnection
        unsafe options.target = beginRequest
        unsafe options.access = continueRequest
        unsafe options.completed = endRequest
        unsafe options.connection = changeConnection
        guard let started = unsafe http_daemon_start(&options) else {
            let failure = errno
            unsafe held.release()
            close(nowhere)
            close(listening)
            throw .noResources(errno: failure)
        }
        unsafe native = started
        unsafe self.core = held
        self.listening = listening
    }

    /// Accepts no more connections, and refuses those that wait to be accepted.
    ///
    /// `MHD_quiesce_daemon` races with the event loops: both take the socket out of epoll, and whoever comes second ends
    /// the process (libmicrohttpd 0.9.75 to 1.0). So another socket gets its number, and the kernel itself takes the
    /// one that nobody holds any more out of all event loops.
    func quiesce() {
        dup2(nowhere, listening)
    }

    /// Closes all connections and ends the event loops; blocks until they are gone.
    ///
    /// - Precondition: no connection is suspended.
    func stop() {
        // Closes `listening` as well.
        unsafe MHD_stop_daemon(native)
        close(nowhere)
        unsafe core.release()
    }
}
