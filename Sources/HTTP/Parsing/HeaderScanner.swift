/// Reads a header's value from left to right; an operation that fails leaves the position where it was.
struct HeaderScanner {
    /// How a backslash inside quotes is read.
    enum Quoting {
        /// It hides the next character, whatever it is (RFC 9110 §5.6.4).
        case header
        /// It hides only `"` and `\`, and `%22` is a quote: what browsers send as a form's file name.
        case form
    }

    private let bytes: [UInt8]
    private var position = 0

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    init(_ slice: ArraySlice<UInt8>) {
        bytes = Array(slice)
    }

    var isAtEnd: Bool { position == bytes.count }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    mutating func skipWhitespace() {
        while let byte = next, HeaderSyntax.isWhitespace(byte) { position += 1 }
    }

    mutating func consume(_ character: Unicode.Scalar) -> Bool {
        guard let byte = next, byte == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    /// Moves past everything up to the next separator, and past it.
    mutating func skip(past character: Unicode.Scalar) {
        while let byte = next {
            position += 1
            if byte == UInt8(ascii: character) { return }
        }
    }

    mutating func token() -> String? {
        let start = position
        while let byte = next, HeaderSyntax.isTokenByte(byte) { position += 1 }
        return start < position ? String(decoding: bytes[start..<position], as: UTF8.self) : nil
    }

    /// The text of a quoted string; nil if it is not closed, holds a control character or is not UTF-8.
    mutating func quotedString(_ quoting: Quoting = .header) -> String? {
        let start = position
        guard consume("\"") else { return nil }
        var text: [UInt8] = []
        while let byte = next {
            position += 1
            switch byte {
            case UInt8(ascii: "\""):
                if let string = String(validating: text, as: UTF8.self) { return string }
                position = start
                return nil
            case UInt8(ascii: "\\"):
                text.append(escaped(quoting))
            case UInt8(ascii: "%") where quoting == .form && isQuoteEscape:
                text.append(UInt8(ascii: "\""))
                position += 2
            default:
                text.append(byte)
            }
            if let last = text.last, last < 0x20 && last != UInt8(ascii: "\t") || last == 0x7F { break }
        }
        position = start
        return nil
    }

    private mutating func escaped(_ quoting: Quoting) -> UInt8 {
        let backslash = UInt8(ascii: "\\")
        guard let byte = next, quoting == .header || byte == UInt8(ascii: "\"") || byte == backslash else {
            return backslash
        }
        position += 1
        return byte
    }

    private var isQuoteEscape: Bool {
        bytes.count - position >= 2 && bytes[position] == UInt8(ascii: "2")
            && bytes[position + 1] == UInt8(ascii: "2")
    }
}
