/// Walks a multipart body once, from its first delimiter to its last.
struct MultipartReader {
    private static let carriageReturn = UInt8(ascii: "\r")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let hyphen = UInt8(ascii: "-")

    private let body: [UInt8]
    private let delimiter: [UInt8]
    private let limits: MultipartLimits
    private var position = 0

    init(_ body: [UInt8], boundary: MultipartBoundary, limits: MultipartLimits) {
        self.body = body
        self.delimiter = boundary.delimiter
        self.limits = limits
    }

    mutating func parts() throws(MultipartError) -> [Multipart.Part] {
        guard body.starts(with: delimiter.dropFirst(2)) else { throw .badDelimiter }
        position = delimiter.count - 2
        var parts: [Multipart.Part] = []
        while try !endsHere() {
            guard parts.count < limits.parts else { throw .tooManyParts }
            parts.append(try part())
        }
        return parts
    }

    /// Reads what follows a delimiter on its line: true after the last one.
    private mutating func endsHere() throws(MultipartError) -> Bool {
        if byte(at: position) == Self.hyphen, byte(at: position + 1) == Self.hyphen {
            let rest = body[(position + 2)...]
            guard rest.isEmpty || rest.elementsEqual("\r\n".utf8) else { throw .trailingBytes }
            return true
        }
        while let byte = byte(at: position), HeaderSyntax.isWhitespace(byte) { position += 1 }
        guard isLineEnd(at: position) else { throw position < body.count ? .badDelimiter : .truncated }
        position += 2
        return false
    }

    private mutating func part() throws(MultipartError) -> Multipart.Part {
        let headers = try headers()
        guard let name = headers.name else { throw .badDisposition }
        let start = position
        guard let end = nextDelimiter() else { throw .truncated }
        position = end + delimiter.count
        return Multipart.Part(
            name: name,
            filename: headers.filename,
            contentType: headers.contentType,
            range: start..<end
        )
    }

    private mutating func headers() throws(MultipartError) -> MultipartHeaders {
        var headers = MultipartHeaders()
        var count = 0
        let bound = min(body.count, position + limits.headerBytes)
        while true {
            let start = position
            while position < bound, body[position] != Self.carriageReturn { position += 1 }
            guard position < bound else { throw bound < body.count ? .headersTooLong : .truncated }
            guard isLineEnd(at: position) else { throw .badHeader }
            let line = body[start..<position]
            position += 2
            if line.isEmpty { return headers }
            count += 1
            guard count <= limits.headers else { throw .tooManyHeaders }
            try headers.read(line)
        }
    }

    /// Linear: only a delimiter's first byte is a carriage return, so failed comparisons never overlap.
    private func nextDelimiter() -> Int? {
        let bytes = body.span
        let last = bytes.count - delimiter.count
        var index = position
        while index <= last {
            if bytes[index] == Self.carriageReturn, isDelimiter(at: index) { return index }
            index += 1
        }
        return nil
    }

    private func isDelimiter(at index: Int) -> Bool {
        for offset in delimiter.indices where body[index + offset] != delimiter[offset] { return false }
        return true
    }

    private func isLineEnd(at index: Int) -> Bool {
        byte(at: index) == Self.carriageReturn && byte(at: index + 1) == Self.lineFeed
    }

    private func byte(at index: Int) -> UInt8? {
        index < body.count ? body[index] : nil
    }
}
