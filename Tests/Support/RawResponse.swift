/// An answer as it came over the wire.
package struct RawResponse {
    /// The status code.
    package let status: Int
    /// Names in lower case; values of one name joined by commas.
    package let headers: [String: String]
    /// The body, chunks joined.
    package var body: [UInt8] = []

    /// The body as text.
    package var text: String { String(decoding: body, as: UTF8.self) }
    /// Whether the connection ends with it.
    package var closes: Bool { headers["connection"]?.lowercased() == "close" }

    init(head: String) throws {
        let lines = head.split(separator: "\r\n", omittingEmptySubsequences: true)
        guard let first = lines.first, let status = Int(first.split(separator: " ").dropFirst().first ?? "")
        else {
            throw ClientError.malformed(head)
        }
        self.status = status
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { throw ClientError.malformed(String(line)) }
            let name = line[..<colon].lowercased()
            let value = String(line[line.index(after: colon)...].drop { $0 == " " })
            headers[name] = headers[name].map { $0 + ", " + value } ?? value
        }
        self.headers = headers
    }
}
