import CPostgreSQL

extension Connection {
    /// Runs statements that return nothing of interest, by the simple protocol.
    func run(script: String) throws(DatabaseError) {
        guard !script.utf8.contains(0) else { throw .misuse(.zeroByteInStatement) }
        let result = unsafe PQexec(handle, script)
        defer { unsafe PQclear(result) }
        try unsafe check(result)
    }

    /// Runs one command and says how the server called what it did, such as `COMMIT`.
    func command(_ text: StaticString) throws(DatabaseError) -> String {
        let name = unsafe UnsafeRawPointer(text.utf8Start).assumingMemoryBound(to: CChar.self)
        let result = unsafe PQexec(handle, name)
        defer { unsafe PQclear(result) }
        try unsafe check(result)
        return unsafe String(cString: PQcmdStatus(result))
    }

    /// Prepares a statement under a name that this connection does not use yet.
    func prepare(_ name: String, text: String, types: [ColumnType]) throws(DatabaseError) {
        guard !text.utf8.contains(0) else { throw .misuse(.zeroByteInStatement) }
        let identifiers = types.map(\.oid)
        let result = unsafe PQprepare(handle, name, text, Int32(identifiers.count), identifiers)
        defer { unsafe PQclear(result) }
        try unsafe check(result)
    }

    /// Forgets a prepared statement.
    func deallocate(_ name: String) throws(DatabaseError) {
        try run(script: "DEALLOCATE \(name)")
    }

    /// Runs a prepared statement with the values of `sql`, all in binary, and takes the answer in binary.
    func execute(_ name: String, with sql: SQL) throws(DatabaseError) -> Rows {
        guard let result = unsafe send(name, sql) else { throw .connectionLost }
        do throws(DatabaseError) {
            try unsafe check(result)
        } catch {
            unsafe PQclear(result)
            throw error
        }
        return unsafe Rows(adopting: result)
    }

    private func send(_ name: String, _ sql: SQL) -> OpaquePointer? {
        let count = sql.lengths.count
        guard count > 0 else { return unsafe PQexecPrepared(handle, name, 0, nil, nil, nil, 1) }
        return unsafe name.withCString { name in
            unsafe sql.bytes.withUnsafeBufferPointer { payload in
                unsafe withUnsafeTemporaryAllocation(of: UnsafePointer<CChar>?.self, capacity: count) {
                    values in
                    unsafe withUnsafeTemporaryAllocation(of: Int32.self, capacity: count) { formats in
                        // An empty value needs an address too: without one it would be NULL.
                        let start = unsafe UnsafeRawPointer(payload.baseAddress) ?? UnsafeRawPointer(name)
                        var offset = 0
                        for index in 0..<count {
                            let length = Int(sql.lengths[index])
                            let address = unsafe (start + offset).assumingMemoryBound(to: CChar.self)
                            unsafe values.initializeElement(at: index, to: length < 0 ? nil : address)
                            unsafe formats.initializeElement(at: index, to: 1)
                            offset += max(0, length)
                        }
                        return unsafe PQexecPrepared(
                            handle,
                            name,
                            Int32(count),
                            values.baseAddress,
                            sql.lengths,
                            formats.baseAddress,
                            1
                        )
                    }
                }
            }
        }
    }

    /// Throws unless the result is that of a success.
    @unsafe func check(_ result: OpaquePointer?) throws(DatabaseError) {
        guard let result = unsafe result else { throw isStanding ? .misuse(.valueTooLarge) : .connectionLost }
        switch unsafe PQresultStatus(result) {
        case PGRES_TUPLES_OK, PGRES_COMMAND_OK, PGRES_EMPTY_QUERY, PGRES_COPY_IN, PGRES_COPY_OUT,
            PGRES_COPY_BOTH:
            return
        default:
            break
        }
        guard isStanding else { throw .connectionLost }
        guard let failure = unsafe ServerFailure(result: result) else { throw .connectionLost }
        throw .server(failure)
    }
}
