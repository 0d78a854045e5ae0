/// The delimiter between the parts of a multipart body (RFC 2046 §5.1.1).
struct MultipartBoundary: Equatable, Sendable {
    /// CRLF, two hyphens and the boundary.
    let delimiter: [UInt8]

    /// Nil unless the content type is `multipart/form-data` with a boundary of 1 to 70 allowed characters.
    init?(contentType: String) {
        guard let type = MediaType(parsing: contentType), type.essence == "multipart/form-data",
            let boundary = type.parameter("boundary")
        else { return nil }
        let bytes = Array(boundary.utf8)
        guard (1...70).contains(bytes.count), bytes.last != UInt8(ascii: " "),
            bytes.allSatisfy(Self.isAllowed)
        else { return nil }
        delimiter = Array("\r\n--".utf8) + bytes
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "'")...UInt8(ascii: ")"), UInt8(ascii: "+")...UInt8(ascii: ":"),
            UInt8(ascii: " "), UInt8(ascii: "="), UInt8(ascii: "?"), UInt8(ascii: "_"):
            true
        default:
            false
        }
    }
}
