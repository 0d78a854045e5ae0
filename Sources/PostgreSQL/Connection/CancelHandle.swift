import CPostgreSQL

/// The right to interrupt what a connection is doing, from another thread.
@safe final class CancelHandle: @unchecked Sendable {
    // Invariant: libpq only reads what the pointer shows, and lets any thread do so.
    private let pointer: OpaquePointer

    init?(_ connection: borrowing Connection) {
        guard let pointer = unsafe PQgetCancel(connection.handle) else { return nil }
        unsafe self.pointer = pointer
    }

    deinit {
        unsafe PQfreeCancel(pointer)
    }

    /// Asks the server to interrupt the connection's statement, and waits until it has been told.
    func fire() {
        var message = [CChar](repeating: 0, count: 256)
        // Failing means that the connection is gone, or going: then there is nothing left to interrupt.
        _ = unsafe PQcancel(pointer, &message, Int32(message.count))
    }
}
