import CPostgreSQL

extension Connection {
    /// Starts to hear a channel.
    func listen(to channel: String) throws(DatabaseError) {
        try run(script: "LISTEN \(SQL.quoted(channel))")
    }

    /// Reads what has come, without waiting; throws when the connection is gone.
    func readInput() throws(DatabaseError) {
        guard unsafe PQconsumeInput(handle) == 1, isStanding else { throw .connectionLost }
    }

    /// The next notification among what has been read.
    func nextNotification() -> (channel: String, payload: String)? {
        guard let notification = unsafe PQnotifies(handle) else { return nil }
        defer { unsafe PQfreemem(notification) }
        return unsafe (
            String(cString: notification.pointee.relname), String(cString: notification.pointee.extra)
        )
    }

    /// What libpq last complained of, for the log.
    var complaint: String {
        unsafe String(cString: PQerrorMessage(handle))
    }
}
