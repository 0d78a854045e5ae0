/// A header's name: a token of at most 255 bytes; case does not count when names are compared.
package struct HeaderName: Sendable {
    /// The name as it is sent.
    package let text: String

    /// Nil if the text is not a token, or is too long.
    package init?(_ text: String) {
        guard text.utf8.count <= 255, HeaderSyntax.isToken(text) else { return nil }
        self.text = text
    }

    /// Takes a name that stands in our source.
    fileprivate init(known text: String) {
        self.text = text
    }
}

extension HeaderName: ExpressibleByStringLiteral {
    /// Takes a literal.
    ///
    /// - Precondition: the literal is a token.
    package init(stringLiteral text: StaticString) {
        let text = text.description
        precondition(text.utf8.count <= 255 && HeaderSyntax.isToken(text), "not a header's name")
        self.text = text
    }
}

extension HeaderName: Equatable {
    /// Compares without regard to case.
    package static func == (left: HeaderName, right: HeaderName) -> Bool {
        let (left, right) = (left.text.utf8, right.text.utf8)
        return left.count == right.count && zip(left, right).allSatisfy { lowercased($0) == lowercased($1) }
    }

    /// An ASCII letter in lower case, any other byte as it is.
    static func lowercased(_ byte: UInt8) -> UInt8 {
        byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
    }
}

extension HeaderName {
    /// `Accept`.
    package static var accept: HeaderName { HeaderName(known: "Accept") }
    /// `Accept-Encoding`.
    package static var acceptEncoding: HeaderName { HeaderName(known: "Accept-Encoding") }
    /// `Accept-Language`.
    package static var acceptLanguage: HeaderName { HeaderName(known: "Accept-Language") }
    /// `Access-Control-Allow-Headers`.
    package static var allowHeaders: HeaderName { HeaderName(known: "Access-Control-Allow-Headers") }
    /// `Access-Control-Allow-Methods`.
    package static var allowMethods: HeaderName { HeaderName(known: "Access-Control-Allow-Methods") }
    /// `Access-Control-Allow-Origin`.
    package static var allowOrigin: HeaderName { HeaderName(known: "Access-Control-Allow-Origin") }
    /// `Access-Control-Expose-Headers`.
    package static var exposeHeaders: HeaderName { HeaderName(known: "Access-Control-Expose-Headers") }
    /// `Access-Control-Max-Age`.
    package static var preflightAge: HeaderName { HeaderName(known: "Access-Control-Max-Age") }
    /// `Access-Control-Request-Method`.
    package static var preflightMethod: HeaderName { HeaderName(known: "Access-Control-Request-Method") }
    /// `Allow`.
    package static var allow: HeaderName { HeaderName(known: "Allow") }
    /// `Authorization`.
    package static var authorization: HeaderName { HeaderName(known: "Authorization") }
    /// `Cache-Control`.
    package static var cacheControl: HeaderName { HeaderName(known: "Cache-Control") }
    /// `Connection`.
    package static var connection: HeaderName { HeaderName(known: "Connection") }
    /// `Content-Encoding`.
    package static var contentEncoding: HeaderName { HeaderName(known: "Content-Encoding") }
    /// `Content-Language`.
    package static var contentLanguage: HeaderName { HeaderName(known: "Content-Language") }
    /// `Content-Length`.
    package static var contentLength: HeaderName { HeaderName(known: "Content-Length") }
    /// `Content-Security-Policy`.
    package static var contentSecurityPolicy: HeaderName { HeaderName(known: "Content-Security-Policy") }
    /// `Content-Type`.
    package static var contentType: HeaderName { HeaderName(known: "Content-Type") }
    /// `Cookie`.
    package static var cookie: HeaderName { HeaderName(known: "Cookie") }
    /// `ETag`.
    package static var etag: HeaderName { HeaderName(known: "ETag") }
    /// `Forwarded`.
    package static var forwarded: HeaderName { HeaderName(known: "Forwarded") }
    /// `Host`.
    package static var host: HeaderName { HeaderName(known: "Host") }
    /// `If-None-Match`.
    package static var ifNoneMatch: HeaderName { HeaderName(known: "If-None-Match") }
    /// `Last-Event-ID`.
    package static var lastEventID: HeaderName { HeaderName(known: "Last-Event-ID") }
    /// `Location`.
    package static var location: HeaderName { HeaderName(known: "Location") }
    /// `Origin`.
    package static var origin: HeaderName { HeaderName(known: "Origin") }
    /// `Retry-After`.
    package static var retryAfter: HeaderName { HeaderName(known: "Retry-After") }
    /// `Set-Cookie`.
    package static var setCookie: HeaderName { HeaderName(known: "Set-Cookie") }
    /// `Vary`.
    package static var vary: HeaderName { HeaderName(known: "Vary") }
    /// `X-Accel-Buffering`, which nginx obeys.
    package static var proxyBuffering: HeaderName { HeaderName(known: "X-Accel-Buffering") }
    /// `X-Forwarded-For`.
    package static var forwardedFor: HeaderName { HeaderName(known: "X-Forwarded-For") }
    /// `X-Forwarded-Host`.
    package static var forwardedHost: HeaderName { HeaderName(known: "X-Forwarded-Host") }
    /// `X-Forwarded-Proto`.
    package static var forwardedProto: HeaderName { HeaderName(known: "X-Forwarded-Proto") }
    /// `X-Request-Id`.
    package static var requestID: HeaderName { HeaderName(known: "X-Request-Id") }
}
