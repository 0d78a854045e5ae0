extension Target {
    /// The path, escaped again, with its last slash added or taken away, and the query that was sent.
    var otherSlashForm: String {
        var text = ""
        for segment in segments {
            text += "/"
            text += Self.escaped(segment)
        }
        if !trailingSlash { text += "/" }
        var separator = "?"
        for item in query.items {
            text += separator + Self.escaped(item.name) + "=" + Self.escaped(item.value)
            separator = "&"
        }
        return text
    }

    /// Everything but RFC 3986's unreserved characters as `%XX`.
    private static func escaped(_ text: String) -> String {
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
