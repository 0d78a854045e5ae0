import HTTP

/// Encodes every byte, so that a parser's outcome can be read again.
enum PercentEncoding {
    static func encode(_ text: String) -> [UInt8] {
        let hex = Array("0123456789abcdef".utf8)
        return text.utf8.flatMap { [UInt8(ascii: "%"), hex[Int($0 >> 4)], hex[Int($0 & 0xF)]] }
    }

    static func encode(_ query: Query) -> [UInt8] {
        var bytes: [UInt8] = []
        for item in query.items {
            bytes += encode(item.name) + [UInt8(ascii: "=")] + encode(item.value) + [UInt8(ascii: "&")]
        }
        return bytes
    }
}
