/// A value that can be read from a column in PostgreSQL's binary format.
package protocol ColumnDecodable {
    /// Reads the bytes of a column that is not NULL; never traps, whatever the bytes are.
    init(column bytes: Span<UInt8>, type: ColumnType) throws(ColumnProblem)

    /// What a NULL column stands for; throws `null` where it stands for nothing.
    ///
    /// No optional of `Self`: to find its type at run time would take longer than to read a value.
    static func ofNull() throws(ColumnProblem) -> Self
}

extension ColumnDecodable {
    package static func ofNull() throws(ColumnProblem) -> Self {
        throw .null
    }
}

extension Optional: ColumnDecodable where Wrapped: ColumnDecodable {
    package init(column bytes: Span<UInt8>, type: ColumnType) throws(ColumnProblem) {
        self = .some(try Wrapped(column: bytes, type: type))
    }

    package static func ofNull() throws(ColumnProblem) -> Wrapped? {
        nil
    }
}

extension ColumnDecodable where Self: RawRepresentable, RawValue: ColumnDecodable {
    /// Reads the raw value; one that has no case is out of range.
    package init(column bytes: Span<UInt8>, type: ColumnType) throws(ColumnProblem) {
        guard let value = Self(rawValue: try RawValue(column: bytes, type: type)) else { throw .outOfRange }
        self = value
    }
}

extension Span<UInt8> {
    /// The big-endian integer that the whole span must be.
    func bigEndian<Number: FixedWidthInteger & BitwiseCopyable>(
        as _: Number.Type = Number.self
    ) throws(ColumnProblem) -> Number {
        guard count == MemoryLayout<Number>.size else { throw .wrongLength(count) }
        return Number(bigEndian: unsafe bytes.unsafeLoadUnaligned(as: Number.self))
    }
}
