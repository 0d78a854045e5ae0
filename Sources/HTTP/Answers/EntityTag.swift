/// Makes strong entity tags (RFC 9110 §8.8.3) from bytes.
///
/// Four 64-bit lanes, which the processor works on side by side, and the length: chance never makes two versions of a
/// file alike. It does not withstand someone who makes the bytes on purpose, and need not: a tag only says whether the
/// client's copy is current.
package enum EntityTag {
    /// The tag of the bytes, in its quotes; the same in every process.
    package static func hashing(_ bytes: [UInt8]) -> HeaderValue {
        var lanes = Lanes()
        unsafe bytes.withUnsafeBytes { buffer in
            var position = 0
            while position + 32 <= buffer.count {
                lanes.mix(
                    unsafe word(at: position, in: buffer),
                    unsafe word(at: position + 8, in: buffer),
                    unsafe word(at: position + 16, in: buffer),
                    unsafe word(at: position + 24, in: buffer)
                )
                position += 32
            }
            while position < buffer.count {
                var rest: UInt64 = 0
                for place in position..<min(position + 8, buffer.count) {
                    rest = rest << 8 | UInt64(unsafe buffer[place])
                }
                lanes.mix(rest, 0, 0, 0)
                position += 8
            }
        }
        let (first, second) = lanes.joined(with: UInt64(bytes.count))
        return HeaderValue("\"" + String(first, radix: 36) + String(second, radix: 36) + "\"") ?? "\"\""
    }

    @inline(__always)
    private static func word(at position: Int, in buffer: UnsafeRawBufferPointer) -> UInt64 {
        UInt64(littleEndian: unsafe buffer.loadUnaligned(fromByteOffset: position, as: UInt64.self))
    }

    private struct Lanes {
        private var one: UInt64 = 0xCBF2_9CE4_8422_2325
        private var two: UInt64 = 0x9E37_79B9_7F4A_7C15
        private var three: UInt64 = 0xBF58_476D_1CE4_E5B9
        private var four: UInt64 = 0x94D0_49BB_1331_11EB

        @inline(__always)
        mutating func mix(_ first: UInt64, _ second: UInt64, _ third: UInt64, _ fourth: UInt64) {
            one = Lanes.mixed(one, first)
            two = Lanes.mixed(two, second)
            three = Lanes.mixed(three, third)
            four = Lanes.mixed(four, fourth)
        }

        @inline(__always)
        private static func mixed(_ lane: UInt64, _ word: UInt64) -> UInt64 {
            let product = (lane ^ word) &* 0x9FB2_1C65_1E98_DF25
            return product ^ product >> 32
        }

        /// All lanes and the length in two numbers.
        func joined(with length: UInt64) -> (UInt64, UInt64) {
            let first = Lanes.mixed(Lanes.mixed(Lanes.mixed(one, two), three), four)
            let second = Lanes.mixed(Lanes.mixed(Lanes.mixed(four, three), two), one)
            return (Lanes.mixed(first, length), Lanes.mixed(second, ~length))
        }
    }

    /// The tag of the same content in gzip: another representation needs another strong tag.
    static func compressed(_ tag: String) -> HeaderValue? {
        guard tag.utf8.last == UInt8(ascii: "\"") else { return nil }
        return HeaderValue(tag.dropLast() + "-gz\"")
    }
}
