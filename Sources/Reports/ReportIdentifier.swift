package import Formats

/// The identifier that machines use: a UUID of version 7 (RFC 9562, section 5.7), so that rows written
/// together lie together in an index.
package struct ReportIdentifier: Hashable, Sendable {
    /// The first eight bytes, big-endian: milliseconds since 1970, version, random.
    package let high: UInt64
    /// The last eight bytes, big-endian: variant, random.
    package let low: UInt64

    /// An identifier from its sixteen bytes, given as two big-endian halves.
    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// A new identifier for something that began at `moment`.
    package init(at moment: Timestamp, using random: inout some RandomNumberGenerator) {
        let milliseconds = UInt64(max(0, moment.microseconds / 1_000)) & 0xFFFF_FFFF_FFFF
        high = milliseconds << 16 | 0x7000 | UInt64.random(in: 0...0xFFF, using: &random)
        low = 0x8000_0000_0000_0000 | UInt64.random(in: 0...0x3FFF_FFFF_FFFF_FFFF, using: &random)
    }

    /// Reads the 36 characters of RFC 9562, section 4; nil for anything else.
    package init?(parsing text: some StringProtocol) {
        var halves: (UInt64, UInt64) = (0, 0)
        var digits = 0
        for (index, byte) in text.utf8.enumerated() {
            if index == 8 || index == 13 || index == 18 || index == 23 {
                guard byte == UInt8(ascii: "-") else { return nil }
                continue
            }
            guard index < 36, let value = hexadecimalValue(byte) else { return nil }
            if digits < 16 { halves.0 = halves.0 << 4 | value } else { halves.1 = halves.1 << 4 | value }
            digits += 1
        }
        guard digits == 32 else { return nil }
        self.init(high: halves.0, low: halves.1)
    }
}

extension ReportIdentifier: CustomStringConvertible {
    /// The 36 characters of RFC 9562, section 4, in small letters.
    package var description: String {
        let digits: [UInt8] = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(36)
        for nibble in 0..<32 {
            if nibble == 8 || nibble == 12 || nibble == 16 || nibble == 20 { text.append(UInt8(ascii: "-")) }
            let half = nibble < 16 ? high : low
            text.append(digits[Int(half >> UInt64(60 - nibble % 16 * 4) & 0xF)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}

private func hexadecimalValue(_ byte: UInt8) -> UInt64? {
    switch byte {
    case 0x30...0x39: UInt64(byte - 0x30)
    case 0x41...0x46: UInt64(byte - 0x41 + 10)
    case 0x61...0x66: UInt64(byte - 0x61 + 10)
    default: nil
    }
}
