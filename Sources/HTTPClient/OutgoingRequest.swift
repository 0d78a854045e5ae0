package import HTTP

/// A request that we send to another service.
package struct OutgoingRequest: Sendable {
    /// What is to be done.
    package let method: Method
    /// Where, as `ServiceAddress.appending` gives it.
    package let url: String
    /// The headers besides those that the transport itself adds.
    package let headers: Headers
    /// The body; nil where there is none, which is not the same as an empty one.
    package let body: [UInt8]?
    /// How it is signed; nil where nobody asks for that.
    package let signing: RequestSigning?

    /// Joins the parts.
    package init(
        _ method: Method,
        _ url: String,
        headers: Headers = Headers(),
        body: [UInt8]? = nil,
        signing: RequestSigning? = nil
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.signing = signing
    }
}

/// The answer of another service, whole; nothing in it is to be believed.
package struct IncomingResponse: Sendable {
    /// The three digits of the status.
    package let status: Int
    /// The headers; fields that are no proper headers are left out.
    package let headers: Headers
    /// The body.
    package let body: [UInt8]

    /// Whether the service did what it was asked.
    package var isSuccess: Bool { (200...299).contains(status) }
}
