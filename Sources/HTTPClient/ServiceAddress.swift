/// The address of a service that we ask: http or https, a host, and a path to which more is appended.
package struct ServiceAddress: Hashable, Sendable {
    private static let longest = 1_024

    /// The address without a slash at its end.
    package let text: String

    /// Nil unless the text is `http://` or `https://`, a host, and perhaps a port and a path.
    ///
    /// A user, a password, a query and a fragment are refused: they would end up in places that show addresses.
    package init?(_ text: String) {
        let lower = text.prefix(8).lowercased()
        let start = lower == "https://" ? 8 : lower.hasPrefix("http://") ? 7 : 0
        guard start > 0, text.utf8.count <= ServiceAddress.longest else { return nil }
        let rest = text.utf8.dropFirst(start)
        let authority = rest.prefix { $0 != UInt8(ascii: "/") }
        guard !authority.isEmpty, authority.first != UInt8(ascii: ":"),
            rest.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !ServiceAddress.refused.contains($0) })
        else { return nil }
        var kept = text
        while kept.hasSuffix("/") { kept.removeLast() }
        self.text = kept
    }

    private static let refused = Set("@?#\\\"<>^`{|}".utf8)

    /// The address of something below: a path that begins with a slash, and a query.
    package func appending(_ path: String, query: [(name: String, value: String)] = []) -> String {
        var address = text
        for segment in path.split(separator: "/") { address += "/" + ServiceAddress.escaped(segment.utf8) }
        for (index, item) in query.enumerated() {
            address += index == 0 ? "?" : "&"
            address += ServiceAddress.escaped(item.name.utf8) + "=" + ServiceAddress.escaped(item.value.utf8)
        }
        return address
    }

    /// Escapes every byte but the unreserved ones (RFC 3986 §2.3).
    private static func escaped(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var escaped: [UInt8] = []
        for byte in bytes {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
                escaped.append(byte)
            default:
                escaped += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: escaped, as: UTF8.self)
    }
}
