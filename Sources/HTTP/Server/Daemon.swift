import CMicrohttpd
import CMicrohttpdShim
import Glibc

/// The library's daemon: its event loops, and the callbacks by which it reaches us.
@safe final class Daemon: @unchecked Sendable {
    // Invariant: `native` is set once; `quiesce` and `stop` are called by the watch thread only, in this order.
    private let native: OpaquePointer
    private let core: Unmanaged<ServerCore>
    private let listening: Int32

    /// Starts the event loops on a socket, which belongs to it from now on.
    init(_ core: ServerCore, listening: Int32, eventLoops: Int) throws(ServerError) {
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
            close(listening)
            throw .noResources(errno: failure)
        }
        unsafe native = started
        unsafe self.core = held
        self.listening = listening
    }

    /// Accepts no more connections.
    func quiesce() {
        _ = unsafe MHD_quiesce_daemon(native)
        // Refuses those that wait to be accepted; the descriptor itself must live until the daemon has stopped.
        shutdown(listening, Int32(SHUT_RDWR))
    }

    /// Closes all connections and ends the event loops; blocks until they are gone.
    ///
    /// - Precondition: no connection is suspended.
    func stop() {
        unsafe MHD_stop_daemon(native)
        close(listening)
        unsafe core.release()
    }
}
