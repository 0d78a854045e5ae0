import Synchronization

/// The name of one request: the client's own where it is well-formed, else 13 characters made here.
package struct RequestID: Hashable, Sendable {
    /// The name, safe in a header and in a log.
    package let text: String

    /// Takes the client's name if it has 8 to 64 letters, digits, dots, underscores and hyphens; else makes one.
    package init(accepting offered: String?) {
        if let offered, (8...64).contains(offered.utf8.count), offered.utf8.allSatisfy(Self.isAllowed) {
            text = offered
        } else {
            text = Self.made()
        }
    }

    /// The name as a header's value.
    var value: HeaderValue { HeaderValue(checked: text) }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default:
            false
        }
    }

    private static let counter = Atomic<UInt64>(UInt64.random(in: .min ... .max))
    private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

    /// Counts, and mixes the count by a bijection (SplitMix64), so that names differ without looking alike.
    private static func made() -> String {
        var bits = counter.wrappingAdd(0x9E37_79B9_7F4A_7C15, ordering: .relaxed).newValue
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        bits ^= bits >> 31
        return unsafe String(unsafeUninitializedCapacity: 13) { buffer in
            for index in 0..<13 {
                unsafe buffer[index] = alphabet[Int(bits & 31)]
                bits >>= 5
            }
            return 13
        }
    }
}
