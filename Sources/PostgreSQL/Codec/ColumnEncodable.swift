/// A value that can be sent to the server in PostgreSQL's binary format.
package protocol ColumnEncodable {
    /// The type the server is told.
    static var columnType: ColumnType { get }

    /// Whether the value is NULL; then nothing is encoded.
    var isNull: Bool { get }

    /// Appends the value's bytes, without their length.
    func encode(into bytes: inout [UInt8])
}

extension ColumnEncodable {
    package var isNull: Bool { false }
}

extension Optional: ColumnEncodable where Wrapped: ColumnEncodable {
    package static var columnType: ColumnType { Wrapped.columnType }

    package var isNull: Bool {
        switch self {
        case .none: true
        case .some(let value): value.isNull
        }
    }

    package func encode(into bytes: inout [UInt8]) {
        if case .some(let value) = self { value.encode(into: &bytes) }
    }
}

extension ColumnEncodable where Self: RawRepresentable, RawValue: ColumnEncodable {
    package static var columnType: ColumnType { RawValue.columnType }

    package func encode(into bytes: inout [UInt8]) {
        rawValue.encode(into: &bytes)
    }
}

/// A value that goes both ways.
package typealias ColumnValue = ColumnDecodable & ColumnEncodable

extension [UInt8] {
    /// Appends an integer, most significant byte first.
    mutating func append(bigEndian number: some FixedWidthInteger & BitwiseCopyable) {
        unsafe Swift.withUnsafeBytes(of: number.bigEndian) { unsafe append(contentsOf: $0) }
    }
}
