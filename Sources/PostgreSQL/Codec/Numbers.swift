extension Bool: ColumnValue {
    package static var columnType: ColumnType { .bool }

    package init(column bytes: Span<UInt8>, type: ColumnType) throws(ColumnProblem) {
        guard type == .bool else { throw .wrongType(type) }
        guard bytes.count == 1 else { throw .wrongLength(bytes.count) }
        self = bytes[0] != 0
    }

    package func encode(into bytes: inout [UInt8]) {
        bytes.append(self ? 1 : 0)
    }
}

extension Int16: ColumnValue {
    package static var columnType: ColumnType { .int2 }

    package init(column bytes: Span<UInt8>, type: ColumnType) throws(ColumnProblem) {
        guard type == .int2 else { throw .wrongType(type) }
        self = try bytes.bigEndian()
    }

    package func encode(into bytes: inout [UInt8]) {
        bytes.append(bigEndian: self)
    }
}

extension Int32: ColumnValue {
    package static var columnType: ColumnType { .int4 }

    /// Reads an `integer`, or a `smallint` widened.
    package init(column bytes: Span<UInt8>, type: ColumnType) throws(ColumnProblem) {
        switch type {
        case .int4: self = try bytes.bigEndian()
        case .int2: self = Int32(try bytes.bigEndian(as: Int16.self))
        default: throw .wrongType(type)
        }
    }

    package func encode(into bytes: inout [UInt8]) {
        bytes.append(bigEndian: self)
    }
}

extension Int64: ColumnValue {
    package static var columnType: ColumnType { .int8 }

    /// Reads a `bigint`, or an `integer` or `smallint` widened.
    package init(column bytes: Span<UInt8>, type: ColumnType) throws(ColumnProblem) {
        switch type {
        case .int8: self = try bytes.bigEndian()
        case .int4: self = Int64(try bytes.bigEndian(as: Int32.self))
        case .int2: self = Int64(try bytes.bigEndian(as: Int16.self))
        default: throw .wrongType(type)
        }
    }

    package func encode(into bytes: inout [UInt8]) {
        bytes.append(bigEndian: self)
    }
}

extension Int: ColumnValue {
    package static var columnType: ColumnType { .int8 }

    package init(column bytes: Span<UInt8>, type: ColumnType) throws(ColumnProblem) {
        self = Int(try Int64(column: bytes, type: type))
    }

    package func encode(into bytes: inout [UInt8]) {
        bytes.append(bigEndian: Int64(self))
    }
}

/// A transaction's number, `xid8`.
extension UInt64: ColumnValue {
    package static var columnType: ColumnType { .xid8 }

    package init(column bytes: Span<UInt8>, type: ColumnType) throws(ColumnProblem) {
        guard type == .xid8 else { throw .wrongType(type) }
        self = try bytes.bigEndian()
    }

    package func encode(into bytes: inout [UInt8]) {
        bytes.append(bigEndian: self)
    }
}

extension Double: ColumnValue {
    package static var columnType: ColumnType { .float8 }

    /// Reads a `double precision`, or a `real` widened.
    package init(column bytes: Span<UInt8>, type: ColumnType) throws(ColumnProblem) {
        switch type {
        case .float8: self = Double(bitPattern: try bytes.bigEndian())
        case .float4: self = Double(Float(bitPattern: try bytes.bigEndian()))
        default: throw .wrongType(type)
        }
    }

    package func encode(into bytes: inout [UInt8]) {
        bytes.append(bigEndian: bitPattern)
    }
}
