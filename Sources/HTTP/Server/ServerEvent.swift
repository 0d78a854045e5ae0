/// What happens in the server, for logs and figures; it never holds addresses, queries or headers of clients.
package enum ServerEvent: Sendable {
    /// A request was answered, or broke off.
    case requestFinished(RequestRecord)
    /// A connection was not accepted.
    case connectionRefused(ConnectionRefusal)
    /// A request was refused before anything of ours saw it.
    case malformedRequest(MalformedRequest)
    /// A connection was cut because its time was up.
    case connectionCut(ConnectionPhase)
    /// A listener of server-sent events did not keep up, and was dropped.
    case slowClientDropped
    /// A handler threw something that is no problem of the client's.
    case handlerFailed(HandlerFailure)
    /// The server stopped; so many requests were still running when its patience ended.
    case stopped(abandoned: Int)
}

/// One finished request.
package struct RequestRecord: Sendable {
    /// The name of the request.
    package let id: RequestID
    /// The method.
    package let method: Method
    /// The pattern of the route, not the path; nil if none fitted.
    package let route: String?
    /// The status; nil if it broke off before there was one.
    package let status: Status?
    /// From the end of the head to the last byte of the answer.
    package let duration: Duration
    /// Bytes of the body that were handed over for sending; nil for an answer to HEAD, or when it broke off.
    package let bodyBytes: Int?
    /// Whether the client has the whole answer, as far as can be known.
    package let isComplete: Bool
    /// Whether it followed events, which lasts as long as the client likes.
    package let isFollowing: Bool
}

/// A fault of ours in answering a request.
package struct HandlerFailure: Sendable {
    /// The name of the request.
    package let requestID: RequestID
    /// The pattern of the route.
    package let route: String?
    /// The error, for the log only.
    package let description: String
}

/// Why a connection was not accepted.
package enum ConnectionRefusal: String, CaseIterable, Sendable {
    /// Its address has as many as it may.
    case tooManyFromAddress
    /// It is neither IPv4 nor IPv6.
    case unknownFamily
}

/// What a connection was doing.
package enum ConnectionPhase: String, CaseIterable, Sendable {
    /// It waited for a request's head, or for the rest of it.
    case awaitingHead
    /// It was receiving a body.
    case receivingBody
    /// A task was answering.
    case answering
    /// The client was receiving the answer.
    case sending
}

/// Why a request is refused as malformed.
package enum MalformedRequest: String, CaseIterable, Sendable {
    case lengthAndEncoding = "Content-Length together with Transfer-Encoding"
    case repeatedLength = "repeated Content-Length"
    case unknownEncoding = "Transfer-Encoding other than chunked"
    case badHeaderName = "ill-formed header name"
    case badHeaderValue = "control character in a header"
    case noHost = "no Host"
    case repeatedHost = "repeated Host"
    case badHost = "ill-formed Host"
    case badTarget = "ill-formed target"
    case unreadable = "ill-formed head"
}
