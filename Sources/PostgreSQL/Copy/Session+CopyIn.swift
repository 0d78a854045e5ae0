import CPostgreSQL

extension Session {
    /// Writes rows into a table as a stream, and returns how many there were.
    ///
    /// Nothing is kept in memory beyond a chunk of 64 kB. When the closure throws, the server is told to drop
    /// what it got.
    @discardableResult
    package func copy(
        into table: String,
        columns: [String],
        _ body: (inout CopyWriter) throws -> Void
    ) throws -> Int {
        guard !columns.isEmpty, columns.count <= Int16.max else {
            throw DatabaseError.misuse(.copyHasNoColumns)
        }
        try admit()
        let names = columns.map(SQL.quoted).joined(separator: ", ")
        try beginCopy("COPY \(SQL.quoted(table)) (\(names)) FROM STDIN (FORMAT binary)", PGRES_COPY_IN)
        var writer = CopyWriter(self, width: columns.count)
        do {
            try body(&writer)
            try writer.finish()
        } catch {
            var reason = error
            do throws(DatabaseError) {
                _ = try endCopy(failing: true)
            } catch let refusal {
                // The server's own reason, if it has one, says more than that the stream broke.
                if case .connectionLost? = error as? DatabaseError { reason = refusal }
            }
            throw journal.isCancelled ? DatabaseError.cancelled : reason
        }
        return try endCopy(failing: false)
    }

    /// Starts a COPY and checks that the server is in it.
    func beginCopy(_ statement: String, _ expected: ExecStatusType) throws(DatabaseError) {
        guard !statement.utf8.contains(0) else { throw .misuse(.zeroByteInStatement) }
        let result = unsafe PQexec(connection.handle, statement)
        defer { unsafe PQclear(result) }
        do throws(DatabaseError) {
            try unsafe connection.check(result)
        } catch {
            throw noted(error)
        }
        guard unsafe PQresultStatus(result) == expected else { throw .misuse(.notACopy) }
    }

    private func endCopy(failing: Bool) throws(DatabaseError) -> Int {
        let handle = unsafe connection.handle
        // Refused when the server has ended the COPY by itself: the result below tells why.
        _ = unsafe PQputCopyEnd(handle, failing ? "given up by the writer" : nil)
        return try copyResult()
    }

    /// Takes the outcome of a COPY and leaves the connection ready for the next statement.
    func copyResult() throws(DatabaseError) -> Int {
        var outcome: Result<Int, DatabaseError> = .success(0)
        while let result = unsafe PQgetResult(connection.handle) {
            let rows = unsafe Rows(adopting: result)
            do throws(DatabaseError) {
                try unsafe connection.check(result)
                if case .success = outcome { outcome = .success(rows.affected) }
            } catch {
                if case .success = outcome { outcome = .failure(noted(error)) }
            }
        }
        guard connection.isStanding else { throw .connectionLost }
        return try outcome.get()
    }
}
