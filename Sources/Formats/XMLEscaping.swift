extension [UInt8] {
    /// Appends a text as the content of an XML 1.0 element; characters that XML cannot carry become U+FFFD.
    ///
    /// `>` is escaped as well, for `]]>` may not stand in a text (§2.4), and a carriage return so that
    /// it survives the reader's line ends (§2.11).
    ///
    /// In a quoted attribute (`quoted`) quotes and white space that readers would change are escaped besides (§3.3.3).
    package mutating func appendXMLEscaped(_ text: String, quoted: Bool = false) {
        guard quoted || Self.needsXMLEscape(text.utf8.span) else {
            append(contentsOf: text.utf8)
            return
        }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": append(contentsOf: "&amp;".utf8)
            case "<": append(contentsOf: "&lt;".utf8)
            case ">": append(contentsOf: "&gt;".utf8)
            case "\r": append(contentsOf: "&#13;".utf8)
            case "\"" where quoted: append(contentsOf: "&quot;".utf8)
            case "\t" where quoted: append(contentsOf: "&#9;".utf8)
            case "\n" where quoted: append(contentsOf: "&#10;".utf8)
            case "\t", "\n": append(UInt8(ascii: scalar))
            case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": append(contentsOf: "\u{FFFD}".utf8)
            default: append(contentsOf: scalar.utf8)
            }
        }
    }

    private static func needsXMLEscape(_ text: Span<UInt8>) -> Bool {
        for index in text.indices {
            switch text[index] {
            case 0..<0x20, UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"):
                return true
            case 0xEF:
                // The lead byte of U+FFFE and U+FFFF, and of little else in Polish.
                return true
            default:
                continue
            }
        }
        return false
    }
}
