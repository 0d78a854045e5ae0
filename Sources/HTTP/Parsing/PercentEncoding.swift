/// Writes text so that it stands in an address as it is (RFC 3986 §2.1).
enum PercentEncoding {
    /// Everything but the unreserved characters as `%XX`.
    static func text(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"), UInt8(ascii: "~"):
                bytes.append(byte)
            default:
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension Target {
    /// The path and the query as they are sent again.
    package var address: String {
        let path = "/" + segments.map { PercentEncoding.text($0) }.joined(separator: "/")
        return path + (trailingSlash ? "/" : "") + (query.items.isEmpty ? "" : "?" + query.encoded)
    }
}

extension Query {
    /// The items as they stand in an address.
    package var encoded: String {
        items.map { "\(PercentEncoding.text($0.name))=\(PercentEncoding.text($0.value))" }.joined(
            separator: "&"
        )
    }
}

extension Target {
    /// The path as it stands in an address.
    package var encodedPath: String {
        "/" + segments.map(PercentEncoding.text).joined(separator: "/") + (trailingSlash ? "/" : "")
    }
}

extension String {
    /// The text as one segment of an address's path.
    package var encodedSegment: String { PercentEncoding.text(self) }
}
