/// The 32 bytes that SHA-256 or a message's code come to.
package struct Digest: Hashable, Sendable {
    /// The bytes as four numbers, the first byte the most significant.
    package let words: Words

    /// Four times eight bytes.
    package struct Words: Hashable, Sendable {
        package let first, second, third, fourth: UInt64
    }

    /// The number of bytes.
    package static let byteCount = 32

    /// Nil unless there are 32 bytes.
    package init?(_ bytes: [UInt8]) {
        guard bytes.count == Digest.byteCount else { return nil }
        self.init { bytes[$0] }
    }

    /// Reads 32 bytes by their positions.
    init(_ byte: (Int) -> UInt8) {
        func word(_ index: Int) -> UInt64 {
            (0..<8).reduce(0) { $0 << 8 | UInt64(byte(index * 8 + $1)) }
        }
        words = Words(first: word(0), second: word(1), third: word(2), fourth: word(3))
    }

    /// The bytes in an array.
    package var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Digest.byteCount)
        for word in [words.first, words.second, words.third, words.fourth] {
            for shift in stride(from: UInt64(56), through: 0, by: -8) {
                bytes.append(UInt8(truncatingIfNeeded: word >> shift))
            }
        }
        return bytes
    }

    /// The 64 hexadecimal digits, in small letters.
    package var hexadecimal: String {
        let digits = Array("0123456789abcdef".utf8)
        let text = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 0xF)]] }
        return String(decoding: text, as: UTF8.self)
    }
}
