import Glibc

/// Two connected sockets by which one thread wakes another out of `poll`.
@safe final class WakePair: Sendable {
    private let reader: Int32
    private let writer: Int32

    init?() {
        var ends: [Int32] = [-1, -1]
        let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue) | Int32(SOCK_NONBLOCK.rawValue)
        guard unsafe socketpair(AF_UNIX, kind, 0, &ends) == 0 else { return nil }
        reader = ends[0]
        writer = ends[1]
    }

    deinit {
        close(reader)
        close(writer)
    }

    /// Wakes the waiting thread, now or when it next waits.
    func wake() {
        // A full pair already holds a wake, so a refused byte is no loss.
        var byte: UInt8 = 1
        _ = unsafe send(writer, &byte, 1, Int32(MSG_NOSIGNAL))
    }

    /// Waits until the socket can be read, somebody wakes the thread, or the time is up.
    ///
    /// A negative socket is not waited for.
    func wait(for socket: Int32, upTo limit: Duration?) -> Reason {
        var watched = [
            pollfd(fd: reader, events: Int16(POLLIN), revents: 0),
            pollfd(fd: socket, events: Int16(POLLIN), revents: 0),
        ]
        let timeout = limit?.wholeMilliseconds ?? -1
        while true {
            let ready = unsafe poll(&watched, 2, timeout)
            if ready < 0, errno == EINTR { continue }
            if watched[0].revents != 0 { return .woken }
            return ready > 0 ? .readable : .timeout
        }
    }

    enum Reason {
        case woken, readable, timeout
    }
}
