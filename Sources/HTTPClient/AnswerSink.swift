import HTTP

/// Collects an answer while it comes, within its bounds.
final class AnswerSink {
    private static let mostHeaderBytes = 65_536

    private(set) var headers = Headers()
    private(set) var body: [UInt8] = []
    private(set) var isTooLarge = false
    private let longestBody: Int
    private var headerBytes = 0

    init(longestBody: Int) {
        self.longestBody = longestBody
    }

    /// Takes a part of the body; false ends the transfer.
    func append(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.count <= longestBody - body.count else {
            isTooLarge = true
            return false
        }
        unsafe body.append(contentsOf: bytes)
        return true
    }

    /// Takes a line of the head; false ends the transfer.
    func appendHeader(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        headerBytes += bytes.count
        guard headerBytes <= AnswerSink.mostHeaderBytes else {
            isTooLarge = true
            return false
        }
        let line = unsafe String(decoding: bytes, as: UTF8.self)
        if line.hasPrefix("HTTP/") {
            // An interim answer (100, 103) came before: its headers are not the answer's.
            headers = Headers()
            return true
        }
        guard let colon = line.firstIndex(of: ":"), let name = HeaderName(String(line[..<colon])),
            let value = HeaderValue(AnswerSink.trimmed(line[line.index(after: colon)...]))
        else { return true }
        headers.add(name, value)
        return true
    }

    private static func trimmed(_ text: Substring) -> String {
        func isSpace(_ character: Character) -> Bool {
            character == " " || character == "\t" || character == "\r\n" || character == "\r"
                || character == "\n"
        }
        let start = text.drop(while: isSpace)
        return start.lastIndex(where: { !isSpace($0) }).map { String(start[...$0]) } ?? ""
    }
}
