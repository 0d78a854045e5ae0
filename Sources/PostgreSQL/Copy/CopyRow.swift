/// One row of a COPY, lent for the length of a closure.
@safe package struct CopyRow: ~Copyable {
    private let base: UnsafePointer<UInt8>
    private let cells: [Range<Int>?]
    private let types: [ColumnType]

    /// The bytes must outlive the row, and every range must lie in them.
    @unsafe init(base: UnsafePointer<UInt8>, cells: [Range<Int>?], types: [ColumnType]) {
        unsafe self.base = base
        self.cells = cells
        self.types = types
    }

    /// The number of columns.
    package var width: Int { cells.count }

    /// Reads a column, counted from 0; throws `column` when it is not there or not of that type.
    package func decode<Value: ColumnDecodable>(
        _: Value.Type = Value.self,
        at column: Int
    ) throws(DatabaseError) -> Value {
        guard cells.indices.contains(column) else { throw .column(.missing, index: column) }
        do throws(ColumnProblem) {
            guard let range = cells[column] else { return try Value.ofNull() }
            let bytes = unsafe UnsafeBufferPointer(start: base + range.lowerBound, count: range.count)
            return try Value(column: unsafe bytes.span, type: types[column])
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
