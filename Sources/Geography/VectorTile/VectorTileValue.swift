/// What a feature of a vector tile says under a key.
package enum VectorTileValue: Hashable, Sendable {
    case string(String)
    case integer(Int)
    case double(Double)
    case bool(Bool)
}

extension [UInt8] {
    /// Appends a value as a message (MVT 2.1, section 4.1).
    mutating func appendMessage(_ value: VectorTileValue) {
        switch value {
        case .string(let text): appendField(1, text: text)
        case .double(let number):
            append(3 << 3 | 1)
            let bits = number.bitPattern
            for byte in 0..<8 { append(UInt8(truncatingIfNeeded: bits >> UInt64(8 * byte))) }
        case .integer(let number):
            // `uint` is a byte or two where a negative `int` would be ten.
            if number >= 0 {
                appendField(5, varint: UInt64(number))
            } else {
                append(6 << 3)
                appendZigzag(number)
            }
        case .bool(let flag): appendField(7, varint: flag ? 1 : 0)
        }
    }
}
