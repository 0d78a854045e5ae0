extension [UInt8] {
    /// Appends a number as a protobuf varint: seven bits a byte, the lowest first.
    @inline(__always)
    package mutating func appendVarint(_ value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        append(UInt8(truncatingIfNeeded: rest))
    }

    /// Appends a signed number so that small ones of either sign stay short: 0, -1, 1, -2 are 0, 1, 2, 3.
    @inline(__always)
    package mutating func appendZigzag(_ value: Int) {
        appendVarint(UInt64(bitPattern: Int64((value << 1) ^ (value >> 63))))
    }

    /// Appends a field that is one number.
    package mutating func appendField(_ number: UInt8, varint value: UInt64) {
        append(number << 3)
        appendVarint(value)
    }

    /// Appends the head of a field that is so many bytes long.
    package mutating func appendField(_ number: UInt8, length: Int) {
        append(number << 3 | 2)
        appendVarint(UInt64(length))
    }

    /// Appends a field that is bytes.
    package mutating func appendField(_ number: UInt8, bytes: [UInt8]) {
        appendField(number, length: bytes.count)
        append(contentsOf: bytes)
    }

    /// Appends a field that is a text.
    package mutating func appendField(_ number: UInt8, text: String) {
        appendField(number, length: text.utf8.count)
        append(contentsOf: text.utf8)
    }
}

/// How many bytes a varint takes.
package func varintLength(_ value: UInt64) -> Int {
    value == 0 ? 1 : (70 - value.leadingZeroBitCount) / 7
}
