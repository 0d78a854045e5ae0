/// The sixteen bytes of a `uuid`.
package struct UUIDBytes: Hashable, Sendable {
    /// The first eight bytes, most significant first.
    package let high: UInt64
    /// The last eight bytes.
    package let low: UInt64

    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }
}

extension UUIDBytes: ColumnValue {
    package static var columnType: ColumnType { .uuid }

    package init(column bytes: Span<UInt8>, type: ColumnType) throws(ColumnProblem) {
        guard type == .uuid else { throw .wrongType(type) }
        guard bytes.count == 16 else { throw .wrongLength(bytes.count) }
        high = try bytes.extracting(0..<8).bigEndian()
        low = try bytes.extracting(8..<16).bigEndian()
    }

    package func encode(into bytes: inout [UInt8]) {
        bytes.append(bigEndian: high)
        bytes.append(bigEndian: low)
    }
}

extension UUIDBytes: CustomStringConvertible {
    /// The usual form: 8-4-4-4-12 digits, lower case.
    package var description: String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for (index, word) in [high, low].enumerated() {
            for nibble in 0..<16 {
                if [8, 12, 16, 20].contains(index * 16 + nibble) { text.append(UInt8(ascii: "-")) }
                text.append(digits[Int(truncatingIfNeeded: word >> UInt64(60 - nibble * 4)) & 15])
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
