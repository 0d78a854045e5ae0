import CProcess
import Glibc

/// A flag that ends waits: once raised it stays raised, and every pause on it returns at once.
final class StopSign: Sendable {
    private let descriptor: Int32

    init() throws(ClusterError) {
        descriptor = process_sign_open()
        if descriptor < 0 { throw .noResources(code: errno) }
    }

    deinit {
        close(descriptor)
    }

    func raise() {
        process_sign_raise(descriptor)
    }

    var isRaised: Bool {
        process_sign_wait(descriptor, 0) != 0
    }

    /// Blocks the thread for a while, and throws `cancelled` as soon as the sign is raised.
    func pause(milliseconds: Int32) throws(ClusterError) {
        if process_sign_wait(descriptor, milliseconds) != 0 { throw .cancelled }
    }

    /// Blocks the thread until the time is over (`false`) or the sign is raised (`true`).
    func waits(milliseconds: Int32) -> Bool {
        process_sign_wait(descriptor, milliseconds) != 0
    }
}
