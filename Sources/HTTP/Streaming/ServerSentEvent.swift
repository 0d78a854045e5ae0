/// One event of a stream (HTML standard, server-sent events).
package struct ServerSentEvent: Sendable {
    private let lines: String

    /// Joins the parts; line breaks in the data become further `data` lines.
    ///
    /// - Parameters:
    ///   - data: what the event says.
    ///   - name: its kind; `message` if nil. Control characters are left out.
    package init(data: String, name: String? = nil) {
        var text = ""
        if let name { text += "event: \(Self.line(name))\n" }
        for line in data.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            text += "data: \(line)\n"
        }
        lines = text + "\n"
    }

    /// As it goes over the wire, with the empty line that ends it.
    ///
    /// A client that comes back names the `id` of the last event it heard.
    func bytes(id: String) -> [UInt8] {
        Array("id: \(Self.line(id))\n\(lines)".utf8)
    }

    /// A comment that keeps proxies from closing a silent stream.
    static let heartbeat: [UInt8] = Array(":\n\n".utf8)

    /// Tells the client how long to wait before it comes back after the connection broke.
    static func retry(milliseconds: Int) -> [UInt8] {
        Array("retry: \(milliseconds)\n\n".utf8)
    }

    private static func line(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }))
    }
}
