/// The `; name=value` tail of a header's value (RFC 9110 §5.6.6), names in lower case.
struct HeaderParameters: Equatable, Sendable {
    private static let limit = 16

    private let values: [String: String]

    /// Reads to the end of the header; nil if anything else stands there, or a name comes twice.
    init?(_ scanner: inout HeaderScanner, quoting: HeaderScanner.Quoting = .header) {
        var values: [String: String] = [:]
        scanner.skipWhitespace()
        while !scanner.isAtEnd {
            guard scanner.consume(";") else { return nil }
            scanner.skipWhitespace()
            guard let name = scanner.token()?.lowercased() else { continue }
            guard values.count < Self.limit, values[name] == nil, scanner.consume("="),
                let value = scanner.token() ?? scanner.quotedString(quoting)
            else { return nil }
            values[name] = value
            scanner.skipWhitespace()
        }
        self.values = values
    }

    subscript(name: String) -> String? { values[name] }
}
