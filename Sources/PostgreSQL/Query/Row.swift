import CPostgreSQL

/// One row of an answer, lent for the length of a closure.
@safe package struct Row: ~Copyable {
    private let result: OpaquePointer
    private let index: Int32

    /// The result must outlive the row.
    @unsafe init(result: OpaquePointer, index: Int32) {
        unsafe self.result = result
        self.index = index
    }

    /// The number of columns.
    package var width: Int {
        Int(unsafe PQnfields(result))
    }

    /// Reads a column, counted from 0; throws `column` when it is not there or not of that type.
    package func decode<Value: ColumnDecodable>(
        _: Value.Type = Value.self,
        at column: Int
    ) throws(DatabaseError) -> Value {
        guard column >= 0, column < width else { throw .column(.missing, index: column) }
        let field = Int32(truncatingIfNeeded: column)
        do throws(ColumnProblem) {
            guard unsafe PQgetisnull(result, index, field) == 0 else { return try Value.ofNull() }
            guard unsafe PQfformat(result, field) == 1 else { throw .notInBinary }
            let start = unsafe UnsafeRawPointer(PQgetvalue(result, index, field))
            let length = Int(unsafe PQgetlength(result, index, field))
            let bytes = unsafe UnsafeBufferPointer(
                start: start?.assumingMemoryBound(to: UInt8.self),
                count: length
            )
            let type = ColumnType(oid: unsafe PQftype(result, field))
            return try Value(column: unsafe bytes.span, type: type)
        } catch {
            throw .column(error, index: column)
        }
    }

    /// Reads the columns from the first one on.
    package func decode<each Value: ColumnDecodable>(
        _ types: repeat (each Value).Type
    ) throws(DatabaseError) -> (repeat each Value) {
        var column = -1
        func next<Next: ColumnDecodable>(_ type: Next.Type) throws(DatabaseError) -> Next {
            column += 1
            return try decode(type, at: column)
        }
        return (repeat try next(each types))
    }
}
