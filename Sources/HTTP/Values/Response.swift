/// An answer: status, headers, body, and which scripts and styles its page may load.
package struct Response: Sendable {
    /// The status.
    package var status: Status
    /// The headers; what every answer has (date, security, request id) is added when it is sent.
    package var headers: Headers
    /// What follows.
    package var body: ResponseBody
    /// The content security policy that is sent with it.
    package var policy: ContentSecurityPolicy = .nothing

    /// Joins the parts of an answer.
    package init(_ status: Status, headers: Headers = Headers(), body: ResponseBody = .empty) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// An answer with bytes of the given type.
    package init(_ type: ContentType, _ bytes: [UInt8], status: Status = .ok) {
        self.init(status, body: .bytes(bytes))
        headers.add(.contentType, type.value)
    }

    /// An answer whose bytes are kept for many; tagged, so that it can be answered 304.
    package init(_ type: ContentType, _ body: PreparedBody) {
        self.init(.ok, body: .prepared(body))
        headers.add(.contentType, type.value)
        headers.add(.etag, body.etag)
    }

    /// Plain text in UTF-8.
    package static func text(_ text: String, status: Status = .ok) -> Response {
        Response(.text, Array(text.utf8), status: status)
    }

    /// Sends the client elsewhere; nil if the place cannot stand in a header.
    package static func redirect(_ status: Status = .seeOther, to location: String) -> Response? {
        guard let location = HeaderValue(location) else { return nil }
        var response = Response(status)
        response.headers.add(.location, location)
        return response
    }
}
