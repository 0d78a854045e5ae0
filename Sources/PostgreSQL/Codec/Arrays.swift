import Formats

/// A value that PostgreSQL keeps in arrays of one dimension.
package protocol ColumnArrayElement {
    /// The type of the array, not of its elements.
    static var columnArrayType: ColumnType { get }
    static func decodeArray(_ bytes: Span<UInt8>, type: ColumnType) throws(ColumnProblem) -> [Self]
    static func encodeArray(_ values: [Self], into bytes: inout [UInt8])
}

extension Array: ColumnDecodable where Element: ColumnArrayElement {
    package init(column bytes: Span<UInt8>, type: ColumnType) throws(ColumnProblem) {
        self = try Element.decodeArray(bytes, type: type)
    }
}

extension Array: ColumnEncodable where Element: ColumnArrayElement {
    package static var columnType: ColumnType { Element.columnArrayType }

    package func encode(into bytes: inout [UInt8]) {
        Element.encodeArray(self, into: &bytes)
    }
}

/// An array of bytes is a `bytea`.
extension UInt8: ColumnArrayElement {
    package static var columnArrayType: ColumnType { .bytea }

    package static func decodeArray(
        _ bytes: Span<UInt8>,
        type: ColumnType
    ) throws(ColumnProblem) -> [UInt8] {
        guard type == .bytea else { throw .wrongType(type) }
        return bytes.copied()
    }

    package static func encodeArray(_ values: [UInt8], into bytes: inout [UInt8]) {
        bytes.append(contentsOf: values)
    }
}

extension ColumnArrayElement where Self: ColumnDecodable {
    /// Reads dimensions (0 or 1), a flag, the element's type, count, lower bound, and each element's length.
    ///
    /// A NULL element is a problem where its type has nothing for it; so is more than one dimension.
    package static func decodeArray(
        _ bytes: Span<UInt8>,
        type: ColumnType
    ) throws(ColumnProblem) -> [Self] {
        guard accepts(array: type) else { throw .wrongType(type) }
        var reader = SpanReader(bytes)
        let dimensions: Int32 = try reader.next(in: bytes)
        _ = try reader.next(in: bytes) as Int32
        let element = ColumnType(oid: try reader.next(in: bytes))
        guard dimensions != 0 else { return [] }
        guard dimensions == 1 else { throw .malformed }
        let count: Int32 = try reader.next(in: bytes)
        _ = try reader.next(in: bytes) as Int32
        // Each element takes four bytes at least: a count beyond that is a lie, and reserves nothing.
        guard count >= 0, Int(count) <= reader.remaining / 4 else { throw .malformed }
        var values: [Self] = []
        values.reserveCapacity(Int(count))
        for _ in 0..<count {
            let length: Int32 = try reader.next(in: bytes)
            if length < 0 {
                values.append(try ofNull())
                continue
            }
            let range = try reader.skip(Int(length))
            values.append(try Self(column: bytes.extracting(range), type: element))
        }
        guard reader.remaining == 0 else { throw .malformed }
        return values
    }

    private static func accepts(array type: ColumnType) -> Bool {
        type == columnArrayType || (columnArrayType == .textArray && type == .varcharArray)
    }
}

extension ColumnArrayElement where Self: ColumnEncodable {
    package static func encodeArray(_ values: [Self], into bytes: inout [UInt8]) {
        bytes.append(bigEndian: Int32(values.isEmpty ? 0 : 1))
        bytes.append(bigEndian: Int32(values.contains(where: \.isNull) ? 1 : 0))
        bytes.append(bigEndian: columnType.oid)
        guard !values.isEmpty else { return }
        bytes.append(bigEndian: Int32(clamping: values.count))
        bytes.append(bigEndian: Int32(1))
        for value in values {
            guard !value.isNull else {
                bytes.append(bigEndian: Int32(-1))
                continue
            }
            let start = bytes.count
            bytes.append(bigEndian: Int32(0))
            value.encode(into: &bytes)
            bytes.setLength(at: start)
        }
    }
}

extension [UInt8] {
    /// Writes the number of bytes that follow the four at `position` into those four.
    mutating func setLength(at position: Int) {
        let length = UInt32(truncatingIfNeeded: count - position - 4)
        for byte in 0..<4 {
            self[position + byte] = UInt8(truncatingIfNeeded: length >> UInt32(24 - byte * 8))
        }
    }
}

/// An array whose elements may be NULL.
extension Optional: ColumnArrayElement where Wrapped: ColumnArrayElement & ColumnValue {
    package static var columnArrayType: ColumnType { Wrapped.columnArrayType }
}

extension Bool: ColumnArrayElement {
    package static var columnArrayType: ColumnType { .boolArray }
}
extension Int16: ColumnArrayElement {
    package static var columnArrayType: ColumnType { .int2Array }
}
extension Int32: ColumnArrayElement {
    package static var columnArrayType: ColumnType { .int4Array }
}
extension Int64: ColumnArrayElement {
    package static var columnArrayType: ColumnType { .int8Array }
}
extension Double: ColumnArrayElement {
    package static var columnArrayType: ColumnType { .float8Array }
}
extension String: ColumnArrayElement {
    package static var columnArrayType: ColumnType { .textArray }
}
extension Timestamp: ColumnArrayElement {
    package static var columnArrayType: ColumnType { .timestamptzArray }
}
extension UUIDBytes: ColumnArrayElement {
    package static var columnArrayType: ColumnType { .uuidArray }
}
