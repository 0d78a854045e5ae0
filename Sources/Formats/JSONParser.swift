/// Reads JSON strictly (RFC 8259) in one pass; after a fault, `position` is where it stands.
struct JSONParser {
    let bytes: [UInt8]
    let limits: JSONLimits
    var position = 0
    private var values = 0

    init(_ bytes: [UInt8], limits: JSONLimits) {
        self.bytes = bytes
        self.limits = limits
    }

    var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    mutating func document() throws(JSONFault) -> JSON {
        guard bytes.count <= limits.bytes else { throw .tooLong }
        guard !bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { throw .byteOrderMark }
        skipWhitespace()
        let value = try value(depth: 0)
        skipWhitespace()
        guard position == bytes.count else { throw .expectedEnd }
        return value
    }

    private mutating func value(depth: Int) throws(JSONFault) -> JSON {
        guard let byte = next else { throw .unexpectedEnd }
        values += 1
        guard values <= limits.values else { throw .tooManyValues }
        switch byte {
        case UInt8(ascii: "{"): return .object(try object(depth: depth + 1))
        case UInt8(ascii: "["): return .array(try array(depth: depth + 1))
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: throw .expectedValue
        }
    }

    private mutating func object(depth: Int) throws(JSONFault) -> JSONObject {
        guard depth <= limits.depth else { throw .tooDeep }
        position += 1
        skipWhitespace()
        var object = JSONObject()
        if take(UInt8(ascii: "}")) { return object }
        while true {
            let start = position
            guard next == UInt8(ascii: "\"") else { throw next == nil ? .unexpectedEnd : .expectedKey }
            let name = try string()
            skipWhitespace()
            guard take(UInt8(ascii: ":")) else { throw next == nil ? .unexpectedEnd : .expectedColon }
            skipWhitespace()
            let value = try value(depth: depth)
            guard object.append(name, value) else { throw fault(.duplicateKey, at: start) }
            skipWhitespace()
            if take(UInt8(ascii: "}")) { return object }
            guard take(UInt8(ascii: ",")) else { throw next == nil ? .unexpectedEnd : .expectedCommaOrBrace }
            skipWhitespace()
        }
    }

    private mutating func array(depth: Int) throws(JSONFault) -> [JSON] {
        guard depth <= limits.depth else { throw .tooDeep }
        position += 1
        skipWhitespace()
        var elements: [JSON] = []
        if take(UInt8(ascii: "]")) { return elements }
        while true {
            elements.append(try value(depth: depth))
            skipWhitespace()
            if take(UInt8(ascii: "]")) { return elements }
            guard take(UInt8(ascii: ",")) else {
                throw next == nil ? .unexpectedEnd : .expectedCommaOrBracket
            }
            skipWhitespace()
        }
    }

    private mutating func word(_ text: StaticString, _ value: JSON) throws(JSONFault) -> JSON {
        let word = text.description.utf8
        guard bytes[position...].starts(with: word) else { throw .expectedValue }
        position += word.count
        return value
    }

    private mutating func skipWhitespace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }

    mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        position += 1
        return true
    }

    /// Moves to where the fault is and hands it back to be thrown.
    mutating func fault(_ fault: JSONFault, at offset: Int) -> JSONFault {
        position = offset
        return fault
    }
}
