import CMicrohttpdShim
import Glibc

/// Hears when clients hang up while their requests are being answered, which the library does not look at, and wakes
/// its thread for other work.
final class HangUpWatch: Sendable {
    enum Report {
        /// The other end of this connection hung up.
        case hangUp(UInt64)
        /// Somebody rang.
        case bell
    }

    /// No connection has this number.
    private static let bellKey = UInt64.max
    private let descriptor: Int32
    private let bell: Int32

    init() throws(ServerError) {
        descriptor = http_watch_open()
        bell = http_signal_open()
        // What is thrown here ends the object, which closes both.
        guard descriptor >= 0, bell >= 0, http_watch_readable(descriptor, bell, Self.bellKey) else {
            throw .noResources(errno: errno)
        }
    }

    deinit {
        close(descriptor)
        close(bell)
    }

    /// Reports the socket's hang-up under the number, once.
    ///
    /// The kernel forgets the socket when it is closed.
    func add(socket: Int32, number: UInt64) {
        _ = http_watch_hangup(descriptor, socket, number)
    }

    /// Ends a wait.
    func ring() {
        var one: UInt64 = 1
        _ = unsafe write(bell, &one, MemoryLayout<UInt64>.size)
    }

    /// Waits for reports, at most so many milliseconds.
    func wait(milliseconds: Int32) -> [Report] {
        var keys = [UInt64](repeating: 0, count: 64)
        let count = unsafe http_watch_wait(descriptor, &keys, Int32(keys.count), milliseconds)
        return keys.prefix(Int(count)).map { key in
            guard key == Self.bellKey else { return .hangUp(key) }
            var rung: UInt64 = 0
            _ = unsafe read(bell, &rung, MemoryLayout<UInt64>.size)
            return .bell
        }
    }
}
