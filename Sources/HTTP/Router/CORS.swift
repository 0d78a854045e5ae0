/// Which pages of other origins may read a group of routes (Fetch standard, CORS).
package struct CORS: Sendable {
    /// Whose pages may read.
    package enum Origins: Sendable {
        /// Anybody's; cookies are never sent along.
        case any
        /// Those of the listed origins, written as `https://example.org`.
        case listed([String])
    }

    private let origins: Origins
    private let requestHeaders: HeaderValue
    private let exposedHeaders: HeaderValue
    private let preflightAge: HeaderValue

    /// - Parameters:
    ///   - origins: whose pages may read.
    ///   - requestHeaders: which headers they may send, joined by commas.
    ///   - exposedHeaders: which headers of the answer they may read, joined by commas.
    ///   - preflightSeconds: how long a browser may remember that.
    package init(
        _ origins: Origins,
        requestHeaders: HeaderValue = """
        Accept-Language, Authorization, Content-Type, Idempotency-Key, If-None-Match, Last-Event-ID, X-Request-Id
        """,
        exposedHeaders: HeaderValue = "ETag, Link, Location, Retry-After, WWW-Authenticate, X-Request-Id",
        preflightSeconds: Int = 7_200
    ) {
        self.origins = origins
        self.requestHeaders = requestHeaders
        self.exposedHeaders = exposedHeaders
        preflightAge = HeaderValue(preflightSeconds)
    }

    /// For what the public may read: every origin.
    package static let publicReads = CORS(.any)

    var isForEveryone: Bool {
        if case .any = origins { return true }
        return false
    }

    func add(to response: inout Response, for request: Request) {
        switch origins {
        case .any:
            response.headers.set(.allowOrigin, "*")
        case .listed(let listed):
            response.headers.add(.vary, "Origin")
            guard let origin = request.headers[.origin], listed.contains(origin),
                let value = HeaderValue(origin)
            else { return }
            response.headers.set(.allowOrigin, value)
        }
        response.headers.set(.exposeHeaders, exposedHeaders)
    }

    func addPreflight(to response: inout Response, methods: HeaderValue) {
        response.headers.set(.allowMethods, methods)
        response.headers.set(.allowHeaders, requestHeaders)
        response.headers.set(.preflightAge, preflightAge)
    }
}
