import CPostgreSQL
import Glibc

/// The answer to a statement: rows kept by libpq, read in place.
@safe package struct Rows: ~Copyable {
    private let result: OpaquePointer
    /// How many rows there are.
    package let count: Int

    /// Takes over a result, which it will free.
    @unsafe init(adopting result: OpaquePointer) {
        unsafe self.result = result
        self.count = Int(unsafe PQntuples(result))
    }

    deinit {
        unsafe PQclear(result)
    }

    /// How many rows the statement changed, or returned.
    package var affected: Int {
        Int(unsafe atoll(PQcmdTuples(result)))
    }

    /// The name of a column as the server gave it.
    package func name(ofColumn column: Int) -> String? {
        guard let name = unsafe PQfname(result, Int32(clamping: column)) else { return nil }
        return unsafe String(cString: name)
    }

    /// Reads every row in turn.
    package func forEach<Failure: Error>(
        _ body: (borrowing Row) throws(Failure) -> Void
    ) throws(Failure) {
        for index in 0..<count { try body(row(index)) }
    }

    /// Makes a value of every row.
    package func map<Value, Failure: Error>(
        _ transform: (borrowing Row) throws(Failure) -> Value
    ) throws(Failure) -> [Value] {
        var values: [Value] = []
        values.reserveCapacity(count)
        for index in 0..<count { values.append(try transform(row(index))) }
        return values
    }

    /// Makes a value of the first row, if there is one.
    package func first<Value, Failure: Error>(
        _ transform: (borrowing Row) throws(Failure) -> Value
    ) throws(Failure) -> Value? {
        count > 0 ? try transform(row(0)) : nil
    }

    /// Makes a value of the only row; throws `rowCount` when there is none or more than one.
    package func one<Value>(_ transform: (borrowing Row) throws -> Value) throws -> Value {
        guard count == 1 else { throw DatabaseError.rowCount(expected: 1, found: count) }
        return try transform(row(0))
    }

    private func row(_ index: Int) -> Row {
        unsafe Row(result: result, index: Int32(truncatingIfNeeded: index))
    }
}
