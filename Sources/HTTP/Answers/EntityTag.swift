/// Makes strong entity tags (RFC 9110 §8.8.3) from bytes.
///
/// Two 64-bit lanes and the length: chance never makes two versions of a file alike. It does not withstand
/// someone who makes the bytes on purpose, and need not: a tag only says whether the client's copy is current.
package enum EntityTag {
    /// The tag of the bytes, in its quotes; the same in every process.
    package static func hashing(_ bytes: [UInt8]) -> HeaderValue {
        var first: UInt64 = 0xCBF2_9CE4_8422_2325
        var second: UInt64 = 0x9E37_79B9_7F4A_7C15
        unsafe bytes.withUnsafeBytes { buffer in
            var position = 0
            while position + 8 <= buffer.count {
                let word = UInt64(
                    littleEndian: unsafe buffer.loadUnaligned(fromByteOffset: position, as: UInt64.self)
                )
                mix(word, &first, &second)
                position += 8
            }
            var rest: UInt64 = 0
            while position < buffer.count {
                rest = rest << 8 | UInt64(unsafe buffer[position])
                position += 1
            }
            mix(rest, &first, &second)
        }
        mix(UInt64(bytes.count), &first, &second)
        return HeaderValue("\"" + String(first, radix: 36) + String(second, radix: 36) + "\"") ?? "\"\""
    }

    private static func mix(_ word: UInt64, _ first: inout UInt64, _ second: inout UInt64) {
        first = (first ^ word) &* 0x0000_0100_0000_01B3
        first ^= first >> 32
        second = (second ^ (word << 32 | word >> 32)) &* 0xBF58_476D_1CE4_E5B9
        second ^= second >> 29
    }

    /// The tag of the same content in gzip: another representation needs another strong tag.
    static func compressed(_ tag: String) -> HeaderValue? {
        guard tag.utf8.last == UInt8(ascii: "\"") else { return nil }
        return HeaderValue(tag.dropLast() + "-gz\"")
    }
}
