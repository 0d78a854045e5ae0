/// A host with an optional port, as in `Host` (RFC 9110 §7.2), in lower case.
package struct Authority: Hashable, Sendable {
    /// The host; an IPv6 address with its brackets.
    package let host: String
    /// The port, if one is named.
    package let port: UInt16?

    /// Nil unless the text is a host name, an address, or an IPv6 address in brackets, with or without a port.
    package init?(_ text: String) {
        let bytes = text.utf8
        guard (1...255).contains(bytes.count) else { return nil }
        let hostEnd: String.Index
        if bytes.first == UInt8(ascii: "[") {
            guard let bracket = bytes.firstIndex(of: UInt8(ascii: "]")),
                IPAddress(String(text[..<bracket].dropFirst())) != nil
            else { return nil }
            hostEnd = bytes.index(after: bracket)
        } else {
            hostEnd = bytes.firstIndex(of: UInt8(ascii: ":")) ?? bytes.endIndex
            guard hostEnd != bytes.startIndex, bytes[..<hostEnd].allSatisfy(Self.isHostByte) else {
                return nil
            }
        }
        let written = text[..<hostEnd]
        let isLower = !written.utf8.contains { (0x41...0x5A).contains($0) }
        host = isLower ? String(written) : written.lowercased()

        let rest = bytes[hostEnd...]
        guard let colon = rest.first else {
            port = nil
            return
        }
        guard colon == UInt8(ascii: ":"), let number = Self.port(rest.dropFirst()) else { return nil }
        port = number
    }

    /// As it is written in an address.
    package var text: String { port.map { "\(host):\($0)" } ?? host }

    private static func port(_ digits: Substring.UTF8View) -> UInt16? {
        guard (1...5).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        let number = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        return number > 0 ? UInt16(exactly: number) : nil
    }

    private static func isHostByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
            true
        default:
            false
        }
    }
}
