import Glibc

/// An IPv4 or IPv6 address; IPv4 is kept as IPv6-mapped (RFC 4291 §2.5.5.2), so that both compare as one.
package struct IPAddress: Hashable, Sendable {
    /// The first and the last 64 bits, in network order.
    let high: UInt64
    let low: UInt64

    private static let mappedPrefix: UInt64 = 0x0000_FFFF_0000_0000

    init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    private init(v4 bits: UInt32) {
        self.init(high: 0, low: Self.mappedPrefix | UInt64(bits))
    }

    /// Reads dotted decimal, or IPv6 text without brackets or zone.
    package init?(_ text: String) {
        guard text.utf8.count <= 45 else { return nil }
        var v4 = in_addr()
        if unsafe inet_pton(AF_INET, text, &v4) == 1 {
            self.init(v4: UInt32(bigEndian: v4.s_addr))
            return
        }
        var v6 = in6_addr()
        guard unsafe inet_pton(AF_INET6, text, &v6) == 1 else { return nil }
        self.init(v6)
    }

    private init(_ address: in6_addr) {
        let words = unsafe unsafeBitCast(address, to: (UInt64, UInt64).self)
        self.init(high: UInt64(bigEndian: words.0), low: UInt64(bigEndian: words.1))
    }

    /// Reads the address at the other end of a socket; nil for other families.
    init?(socketAddress: UnsafePointer<sockaddr>?) {
        guard let socketAddress = unsafe socketAddress else { return nil }
        let raw = unsafe UnsafeRawPointer(socketAddress)
        switch Int32(unsafe socketAddress.pointee.sa_family) {
        case AF_INET:
            self.init(v4: UInt32(bigEndian: unsafe raw.loadUnaligned(as: sockaddr_in.self).sin_addr.s_addr))
        case AF_INET6:
            self.init(unsafe raw.loadUnaligned(as: sockaddr_in6.self).sin6_addr)
        default:
            return nil
        }
    }

    /// Whether it is an IPv4 address.
    package var isV4: Bool { high == 0 && low & 0xFFFF_FFFF_0000_0000 == Self.mappedPrefix }

    /// Whether it is this machine's own.
    package var isLoopback: Bool { isV4 ? (low >> 24) & 0xFF == 127 : high == 0 && low == 1 }

    /// What one customer of a network usually has: an IPv4 address, or the first 64 bits of an IPv6 one.
    package var network: IPAddress { isV4 ? self : IPAddress(high: high, low: 0) }

    /// The network around it, in which thousands of others are: `203.0.113.0/24`, `2001:db8:1::/48`.
    package var surroundings: String {
        isV4
            ? "\(IPAddress(high: 0, low: low & ~0xFF))/24"
            : "\(IPAddress(high: high & ~0xFFFF, low: 0))/48"
    }

    /// 127.0.0.1.
    package static let loopback = IPAddress(v4: 0x7F00_0001)
}

extension IPAddress: CustomStringConvertible {
    /// The usual text: dotted decimal, or the shortest IPv6.
    package var description: String {
        if isV4 {
            let bytes = [24, 16, 8, 0].map { String((low >> UInt64($0)) & 0xFF) }
            return bytes.joined(separator: ".")
        }
        var address = unsafe unsafeBitCast((high.bigEndian, low.bigEndian), to: in6_addr.self)
        return unsafe String(unsafeUninitializedCapacity: Int(INET6_ADDRSTRLEN)) { buffer in
            guard let start = buffer.baseAddress else { return 0 }
            return unsafe start.withMemoryRebound(to: CChar.self, capacity: buffer.count) { text in
                unsafe inet_ntop(AF_INET6, &address, text, socklen_t(buffer.count)) == nil ? 0 : strlen(text)
            }
        }
    }
}
