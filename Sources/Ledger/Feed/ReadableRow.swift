import PostgreSQL

/// A row of a query or of a COPY.
protocol ReadableRow: ~Copyable {
    func decode<Value: ColumnDecodable>(_: Value.Type, at column: Int) throws(DatabaseError) -> Value
}

extension Row: ReadableRow {}
extension CopyRow: ReadableRow {}
