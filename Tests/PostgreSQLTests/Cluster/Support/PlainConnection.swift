import CPostgreSQL

/// One connection with text in and out, independent of the module's own connections.
@safe final class PlainConnection {
    private let handle: OpaquePointer?

    init(_ connectionString: String) {
        unsafe handle = PQconnectdb(connectionString)
    }

    deinit {
        unsafe PQfinish(handle)
    }

    /// The first field of the first row, or the error's text.
    func ask(_ sql: String) -> String {
        let result = unsafe PQexec(handle, sql)
        defer { unsafe PQclear(result) }
        let status = unsafe PQresultStatus(result)
        guard status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK else {
            return unsafe String(cString: PQerrorMessage(handle))
        }
        return unsafe PQntuples(result) > 0 ? String(cString: PQgetvalue(result, 0, 0)) : ""
    }

    /// Sends a statement and does not wait for it.
    func send(_ sql: String) -> Bool {
        unsafe PQsendQuery(handle, sql) == 1
    }

    /// The process id of the server's side.
    var backend: Int32 { unsafe PQbackendPID(handle) }
}
