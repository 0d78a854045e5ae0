/// A range of addresses in CIDR notation: `10.0.0.0/8`, `2001:db8::/32`, or a single address.
package struct AddressRange: Hashable, Sendable {
    private let first: IPAddress
    /// Bits of the prefix, counted in the IPv6 form.
    private let bits: Int

    /// Nil unless the text is an address, alone or with a prefix that fits it.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard let written = parts.first, parts.count <= 2, let address = IPAddress(String(written)) else {
            return nil
        }
        let width = address.isV4 ? 32 : 128
        var length = width
        if parts.count == 2 {
            guard let number = Int(parts[1]), (0...width).contains(number) else { return nil }
            length = number
        }
        bits = 128 - width + length
        first = Self.masked(address, bits: 128 - width + length)
    }

    /// Whether the address lies within.
    package func contains(_ address: IPAddress) -> Bool {
        Self.masked(address, bits: bits) == first
    }

    private static func masked(_ address: IPAddress, bits: Int) -> IPAddress {
        IPAddress(
            high: address.high & mask(min(bits, 64)),
            low: address.low & mask(max(bits - 64, 0))
        )
    }

    private static func mask(_ bits: Int) -> UInt64 {
        bits == 0 ? 0 : ~0 << UInt64(64 - bits)
    }
}
