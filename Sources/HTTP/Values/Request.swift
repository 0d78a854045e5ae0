package import Formats

/// A request with everything a handler may know of it; its body has been read and lies within the route's limit.
package struct Request: Sendable {
    /// The method; a route for GET also sees HEAD, and need not tell them apart.
    package let method: Method
    /// The decoded path and query.
    package let target: Target
    /// The headers as they were sent.
    package let headers: Headers
    /// The body.
    package internal(set) var body: [UInt8]
    /// What the names in the route's pattern stand for.
    package internal(set) var parameters = PathParameters()
    /// Who asks, and by which address of ours.
    package let origin: RequestOrigin
    /// The name of this request in events, logs and `X-Request-Id`.
    package let id: RequestID

    /// The decoded query.
    package var query: Query { target.query }
    /// Where the client is, as far as we believe the proxies.
    package var remoteAddress: IPAddress { origin.client }

    /// The language that the client likes best; Polish if it does not say.
    package var language: Language {
        headers[.acceptLanguage].flatMap { AcceptLanguage.preferred($0) } ?? .pl
    }

    /// Whether the body calls itself a form with files.
    package var isForm: Bool {
        headers[.contentType].flatMap { MediaType(parsing: $0) }?.essence == "multipart/form-data"
    }

    /// Joins what was read from the wire.
    init(
        method: Method,
        target: Target,
        headers: Headers,
        body: [UInt8] = [],
        origin: RequestOrigin,
        id: RequestID
    ) {
        self.method = method
        self.target = target
        self.headers = headers
        self.body = body
        self.origin = origin
        self.id = id
    }

    /// Makes a request without a socket, as a local client would send it.
    package init(
        _ method: Method,
        _ target: String,
        headers: [(HeaderName, HeaderValue)] = [],
        body: [UInt8] = []
    ) throws(TargetError) {
        var all = Headers()
        all.add(.host, "localhost")
        for (name, value) in headers { all.add(name, value) }
        self.init(
            method: method,
            target: try Target(parsing: Array(target.utf8)),
            headers: all,
            body: body,
            origin: .local,
            id: RequestID(accepting: all[.requestID])
        )
    }
}
