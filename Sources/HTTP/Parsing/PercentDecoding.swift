/// Turns percent-encoded bytes into text (RFC 3986 §2.1).
enum PercentDecoding {
    /// What a `+` stands for: itself in a path, a space in a query or a form.
    enum Plus {
        case literal
        case space
    }

    /// Why bytes are not the encoding of a text.
    enum Failure: Error {
        case badEscape
        case notUTF8
        case containsNUL
    }

    /// Decodes once: the outcome of `%2541` is `%41`.
    static func text(_ bytes: ArraySlice<UInt8>, plus: Plus) throws(Failure) -> String {
        // Nearly all segments and values are: nothing to be decoded, nothing to be validated.
        let isPlain = bytes.allSatisfy { byte in
            byte != UInt8(ascii: "%") && byte != UInt8(ascii: "+") && byte != 0 && byte < 0x80
        }
        if isPlain { return String(decoding: bytes, as: UTF8.self) }
        let decoded = try decode(bytes, plus: plus)
        guard let text = String(validating: decoded, as: UTF8.self) else { throw .notUTF8 }
        return text
    }

    private static func decode(_ bytes: ArraySlice<UInt8>, plus: Plus) throws(Failure) -> [UInt8] {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            var byte = bytes[index]
            if byte == UInt8(ascii: "%") {
                guard bytes.endIndex - index > 2,
                    let high = hexDigit(bytes[index + 1]), let low = hexDigit(bytes[index + 2])
                else { throw .badEscape }
                byte = high << 4 | low
                index += 3
            } else {
                if byte == UInt8(ascii: "+"), plus == .space {
                    byte = UInt8(ascii: " ")
                }
                index += 1
            }
            guard byte != 0 else { throw .containsNUL }
            decoded.append(byte)
        }
        return decoded
    }

    private static func hexDigit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
