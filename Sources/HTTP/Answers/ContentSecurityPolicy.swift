/// What a page may load and who may frame it (W3C CSP 3).
package struct ContentSecurityPolicy: Equatable, Sendable {
    /// The value of the header.
    package let value: HeaderValue

    /// Takes a policy that is neither of the known ones.
    package init(_ value: HeaderValue) {
        self.value = value
    }

    /// For data: nothing is loaded, nothing frames it.
    package static let nothing = ContentSecurityPolicy(
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )

    /// For our pages: scripts, styles, fonts, pictures and requests from our own address only, forms sent there.
    package static let page = page(picturesFrom: "")

    /// The same, with pictures from another address besides.
    ///
    /// - Precondition: the address is a scheme and a host.
    package static func page(picturesFrom source: String) -> ContentSecurityPolicy {
        let pictures = ["'self'", "data:", "blob:", source].filter { !$0.isEmpty }.joined(separator: " ")
        let policy = """
            default-src 'none'; script-src 'self'; style-src 'self'; img-src \(pictures); font-src 'self'; \
            connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; \
            frame-ancestors 'none'
            """
        guard let value = HeaderValue(policy) else {
            preconditionFailure("a source cannot stand in a header")
        }
        return ContentSecurityPolicy(value)
    }

    /// For a page of ours with a library that makes its workers by itself, out of blobs (MapLibre): as `page` otherwise.
    package static let pageWithWorkers = ContentSecurityPolicy(
        """
        default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; \
        connect-src 'self'; manifest-src 'self'; worker-src 'self' blob:; form-action 'self'; base-uri 'none'; \
        frame-ancestors 'none'
        """
    )
}
