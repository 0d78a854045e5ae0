/// What the headers of one part say (RFC 7578 §4.2, §4.4, §4.7).
struct MultipartHeaders {
    private(set) var name: String?
    private(set) var filename: String?
    private(set) var contentType: String?
    private var seen: Set<String> = []

    /// Reads one line, without its CRLF; headers that a form has no use for are passed over.
    mutating func read(_ line: ArraySlice<UInt8>) throws(MultipartError) {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), HeaderSyntax.isToken(line[..<colon]) else {
            throw .badHeader
        }
        let value = line[(colon + 1)...]
        guard value.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == UInt8(ascii: "\t") }) else {
            throw .badHeader
        }
        let header = String(decoding: line[..<colon], as: UTF8.self).lowercased()
        guard seen.insert(header).inserted else { throw .badHeader }
        switch header {
        case "content-disposition": try readDisposition(HeaderScanner(value))
        case "content-type": try readType(value)
        case "content-transfer-encoding": try readEncoding(HeaderScanner(value))
        default: return
        }
    }

    private mutating func readDisposition(_ value: HeaderScanner) throws(MultipartError) {
        var scanner = value
        scanner.skipWhitespace()
        guard scanner.token()?.lowercased() == "form-data",
            let parameters = HeaderParameters(&scanner, quoting: .form), let name = parameters["name"]
        else { throw .badDisposition }
        self.name = name
        filename = parameters["filename"]
    }

    private mutating func readType(_ value: ArraySlice<UInt8>) throws(MultipartError) {
        guard let text = String(validating: value, as: UTF8.self), let type = MediaType(parsing: text) else {
            throw .badHeader
        }
        contentType = type.essence
    }

    private mutating func readEncoding(_ value: HeaderScanner) throws(MultipartError) {
        var scanner = value
        scanner.skipWhitespace()
        switch scanner.token()?.lowercased() {
        case "7bit", "8bit", "binary": return
        default: throw .transferEncoding
        }
    }
}
