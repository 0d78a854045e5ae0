extension [UInt8] {
    /// Appends a text as it stands between the quotes of a JSON string (RFC 8259 §7).
    ///
    /// Besides what JSON demands it escapes `<`, U+2028 and U+2029, which would end or break a script
    /// in a page.
    mutating func appendJSONEscaped(_ text: String) {
        guard Self.needsJSONEscape(text.utf8.span) else {
            append(contentsOf: text.utf8)
            return
        }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": append(contentsOf: #"\""#.utf8)
            case "\\": append(contentsOf: #"\\"#.utf8)
            case "\n": append(contentsOf: #"\n"#.utf8)
            case "\r": append(contentsOf: #"\r"#.utf8)
            case "\t": append(contentsOf: #"\t"#.utf8)
            case "\u{0}"..."\u{1F}", "<", "\u{2028}", "\u{2029}": appendJSONCodePoint(scalar.value)
            default: append(contentsOf: scalar.utf8)
            }
        }
    }

    private static func needsJSONEscape(_ text: Span<UInt8>) -> Bool {
        for index in text.indices {
            switch text[index] {
            case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "<"):
                return true
            case 0xE2:
                // The lead byte of U+2028 and U+2029, and of little else in Polish.
                return true
            default:
                continue
            }
        }
        return false
    }

    private mutating func appendJSONCodePoint(_ value: UInt32) {
        append(contentsOf: #"\u"#.utf8)
        for shift in stride(from: 12, through: 0, by: -4) {
            let digit = UInt8(truncatingIfNeeded: value >> UInt32(shift) & 0xF)
            append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
        }
    }
}
