import CPostgreSQL

extension Session {
    /// Reads the rows of a query as a stream, one at a time, and returns how many there were.
    ///
    /// COPY takes no binds, so the query must have none. When the closure throws, the server is told to stop.
    @discardableResult
    package func copyOut(_ query: SQL, _ body: (borrowing CopyRow) throws -> Void) throws -> Int {
        guard query.bindCount == 0 else { throw DatabaseError.misuse(.bindsInCopy) }
        try admit()
        let types = try columnTypes(of: query)
        try beginCopy("COPY (\(query.text)) TO STDOUT (FORMAT binary)", PGRES_COPY_OUT)
        var reader = CopyReader(width: types.count)
        var failure: (any Error)?
        while true {
            var start: UnsafeMutablePointer<CChar>?
            let length = unsafe PQgetCopyData(connection.handle, &start, 0)
            // -1: the end, well or ill; the result tells.
            guard length > 0, let start = unsafe start else { break }
            defer { unsafe PQfreemem(start) }
            guard failure == nil else { continue }
            let bytes = unsafe UnsafeBufferPointer(
                start: UnsafeRawPointer(start).assumingMemoryBound(to: UInt8.self),
                count: Int(length)
            )
            guard let base = bytes.baseAddress else { break }
            do {
                guard try reader.read(unsafe bytes.span) else { continue }
                try body(unsafe CopyRow(base: base, cells: reader.cells, types: types))
            } catch {
                failure = (error as? ColumnProblem).map { DatabaseError.column($0, index: 0) } ?? error
                CancelHandle(connection)?.fire()
            }
        }
        if let failure {
            // Its own interruption is what ends the COPY, so what the server says of it is no news.
            _ = try? copyResult()
            settle()
            throw failure
        }
        return try copyResult()
    }

    /// COPY's stream names no types, so the query is described first.
    private func columnTypes(of query: SQL) throws(DatabaseError) -> [ColumnType] {
        do throws(DatabaseError) {
            try connection.prepare("", text: query.text, types: [])
            let result = unsafe PQdescribePrepared(connection.handle, "")
            defer { unsafe PQclear(result) }
            try unsafe connection.check(result)
            return (0..<(unsafe PQnfields(result))).map { ColumnType(oid: unsafe PQftype(result, $0)) }
        } catch {
            throw noted(error)
        }
    }
}
