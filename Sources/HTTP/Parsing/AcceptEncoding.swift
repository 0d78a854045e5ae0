/// Reads `Accept-Encoding` (RFC 9110 §12.5.3).
package enum AcceptEncoding {
    /// Whether an answer may be gzipped; `q=0` refuses, and a named coding outweighs `*`.
    package static func allowsGzip(_ header: String) -> Bool {
        var anyCoding = false
        for choice in QualityList(parsing: header).choices {
            switch choice.value {
            case "gzip", "x-gzip": return choice.quality > 0
            case "*": anyCoding = choice.quality > 0
            default: continue
            }
        }
        return anyCoding
    }
}
