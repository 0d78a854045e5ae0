extension [UInt8] {
    /// Appends a text as the content of an XML 1.0 element; characters that XML cannot carry become U+FFFD.
    ///
    /// `>` is escaped as well, for `]]>` may not stand in a text (§2.4), and a carriage return so that
    /// it survives the reader's line ends (§2.11).
    mutating func appendXMLEscaped(_ text: String) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": append(contentsOf: "&amp;".utf8)
            case "<": append(contentsOf: "&lt;".utf8)
            case ">": append(contentsOf: "&gt;".utf8)
            case "\r": append(contentsOf: "&#13;".utf8)
            case "\t", "\n": append(UInt8(ascii: scalar))
            case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": append(contentsOf: "\u{FFFD}".utf8)
            default: append(contentsOf: scalar.utf8)
            }
        }
    }
}
