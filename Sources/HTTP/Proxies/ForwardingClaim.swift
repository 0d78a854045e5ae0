/// What proxies say of a request's way: `Forwarded` (RFC 7239) where it stands, else `X-Forwarded-…`.
struct ForwardingClaim {
    /// More hops than any honest way has.
    private static let hopLimit = 16

    /// The addresses the request passed, the client's first, as they were written.
    private(set) var hops: [String] = []
    /// The host that the client named.
    private(set) var host: String?
    /// Whether the client came by https.
    private(set) var isSecure: Bool?

    init(_ headers: Headers) {
        let forwarded = headers.values(of: .forwarded)
        if forwarded.isEmpty {
            hops = Self.items(headers.values(of: .forwardedFor)).suffix(Self.hopLimit)
            host = Self.items(headers.values(of: .forwardedHost)).last
            isSecure = Self.items(headers.values(of: .forwardedProto)).last.map { $0.lowercased() == "https" }
        } else {
            for element in Self.items(forwarded).suffix(Self.hopLimit) { read(element) }
        }
    }

    /// One proxy's word; the last proxy is the nearest to us, so what it says of host and scheme stands.
    private mutating func read(_ element: String) {
        for pair in element.split(separator: ";") {
            let parts = pair.split(separator: "=", maxSplits: 1)
            guard parts.count == 2 else { continue }
            let value = Self.unquoted(Self.trimmed(parts[1]))
            switch Self.trimmed(parts[0]).lowercased() {
            case "for": hops.append(value)
            case "host": host = value
            case "proto": isSecure = value.lowercased() == "https"
            default: continue
            }
        }
    }

    /// The address of a hop, its port left out; nil for `unknown`, a hidden name, and anything else.
    static func address(_ hop: String) -> IPAddress? {
        if hop.first == "[" {
            return IPAddress(String(hop.dropFirst().prefix { $0 != "]" }))
        }
        let colons = hop.utf8.count { $0 == UInt8(ascii: ":") }
        return IPAddress(colons == 1 ? String(hop.prefix { $0 != ":" }) : hop)
    }

    /// The members of lists that may be spread over several headers; a comma never stands inside what we read.
    private static func items(_ values: [String]) -> [String] {
        values.flatMap { $0.split(separator: ",") }.map(trimmed).filter { !$0.isEmpty }
    }

    private static func trimmed(_ text: Substring) -> String {
        let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\t" }
        var rest = text.drop(while: isSpace)
        while let last = rest.last, isSpace(last) { rest.removeLast() }
        return String(rest)
    }

    private static func unquoted(_ text: String) -> String {
        text.count >= 2 && text.first == "\"" && text.last == "\""
            ? String(text.dropFirst().dropLast()) : text
    }
}
