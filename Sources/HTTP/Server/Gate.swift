import CMicrohttpd
import Synchronization

/// Where one request's connection waits for a task or for bytes.
@safe final class Gate: @unchecked Sendable {
    // Invariant: the connection is suspended under the lock, and resumed only by whoever found it parked: the library
    // keeps a suspended connection alive, so the pointer is valid at both calls.
    private let connection: OpaquePointer
    private let parking = Mutex(Parking())

    init(_ connection: OpaquePointer) {
        unsafe self.connection = connection
    }

    /// Suspends the connection unless there is something to do; on the event loop's thread only.
    func halt() -> Parking.Halt {
        parking.withLock { parking in
            let decision = parking.halt()
            if decision == .suspend { unsafe MHD_suspend_connection(connection) }
            return decision
        }
    }

    /// Has the event loop look at the connection again; on any thread.
    func wake() {
        if parking.withLock({ $0.call() }) == .resume { unsafe MHD_resume_connection(connection) }
    }

    /// Lets the connection never wait again; on any thread.
    func seal() {
        if parking.withLock({ $0.seal() }) == .resume { unsafe MHD_resume_connection(connection) }
    }
}
