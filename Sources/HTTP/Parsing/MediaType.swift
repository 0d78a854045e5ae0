/// A media type with its parameters, as in `Content-Type` (RFC 9110 §8.3.1).
package struct MediaType: Equatable, Sendable {
    /// Type and subtype in lower case: `application/json`.
    package let essence: String
    private let parameters: HeaderParameters

    /// Nil if the text is not a media type, or gives a parameter twice.
    package init?(parsing text: String) {
        var scanner = HeaderScanner(text)
        scanner.skipWhitespace()
        guard let type = scanner.token(), scanner.consume("/"), let subtype = scanner.token(),
            let parameters = HeaderParameters(&scanner)
        else { return nil }
        essence = "\(type)/\(subtype)".lowercased()
        self.parameters = parameters
    }

    /// The value of a parameter, named in lower case.
    package func parameter(_ name: String) -> String? {
        parameters[name]
    }
}
