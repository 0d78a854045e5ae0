import CPostgreSQL
import Glibc

/// One connection to the server; it belongs to the thread that uses it.
@safe struct Connection: ~Copyable {
    let handle: OpaquePointer

    /// Takes over a connection, which it will close.
    @unsafe private init(adopting handle: OpaquePointer) {
        unsafe self.handle = handle
    }

    /// Opens a connection and waits until it stands or cannot.
    static func open(
        _ configuration: DatabaseConfiguration,
        access: Access
    ) throws(ConnectFailure) -> Connection {
        guard let handle = unsafe ConnectionParameters(configuration).connect() else {
            throw ConnectFailure(detail: "out of memory")
        }
        guard unsafe PQstatus(handle) == CONNECTION_OK else {
            let detail = unsafe String(cString: PQerrorMessage(handle))
            unsafe PQfinish(handle)
            throw ConnectFailure(detail: detail)
        }
        unsafe PQsetNoticeReceiver(handle, discardNotice, nil)
        let connection = unsafe Connection(adopting: handle)
        do throws(DatabaseError) {
            try connection.run(script: Self.settings(configuration, access: access))
        } catch {
            throw ConnectFailure(detail: error.debugDescription)
        }
        return connection
    }

    deinit {
        unsafe PQfinish(handle)
    }

    private static func settings(_ configuration: DatabaseConfiguration, access: Access) -> String {
        let readOnly = access == .readOnly ? "on" : "off"
        return """
            SET statement_timeout = \(configuration.statementTimeout.wholeMilliseconds);
            SET lock_timeout = \(configuration.lockTimeout.wholeMilliseconds);
            SET idle_in_transaction_session_timeout = \(configuration.idleInTransactionTimeout.wholeMilliseconds);
            SET TimeZone = 'UTC';
            SET default_transaction_isolation = 'read committed';
            SET default_transaction_read_only = \(readOnly)
            """
    }

    /// Where the server stands with this connection's transaction.
    var transaction: TransactionStatus {
        switch unsafe PQtransactionStatus(handle) {
        case PQTRANS_IDLE: .none
        case PQTRANS_INTRANS: .open
        case PQTRANS_INERROR: .failed
        case PQTRANS_ACTIVE: .active
        default: .unknown
        }
    }

    /// False once the connection is known to be broken.
    var isStanding: Bool {
        unsafe PQstatus(handle) == CONNECTION_OK
    }

    /// The file descriptor to wait on; negative when there is none.
    var socket: Int32 {
        unsafe PQsocket(handle)
    }

    /// Looks, without waiting, whether an idle connection has been closed by the other side.
    func isStillThere() -> Bool {
        var descriptor = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
        let ready = unsafe poll(&descriptor, 1, 0)
        guard ready != 0 else { return isStanding }
        guard ready > 0, unsafe PQconsumeInput(handle) == 1 else { return false }
        // A farewell may have come without the end of the stream; the next look sees that.
        descriptor.revents = 0
        let more = unsafe poll(&descriptor, 1, 0)
        return isStanding && more == 0
    }
}

/// Where a connection stands between BEGIN and COMMIT.
enum TransactionStatus {
    case none, open, failed, active, unknown
}

/// Why no connection could be made; the detail is for the log.
struct ConnectFailure: Error {
    let detail: String
}

// libpq would print notices to stderr, among the structured logs.
private func discardNotice(_: UnsafeMutableRawPointer?, _: OpaquePointer?) {}
