/// A status code (RFC 9110 §15).
package struct Status: Hashable, Sendable {
    /// The three digits.
    package let code: UInt16

    /// Takes a final status.
    ///
    /// - Precondition: the code lies between 200 and 599.
    package init(_ code: UInt16) {
        precondition((200...599).contains(code), "not a final status")
        self.code = code
    }

    /// Whether an answer with this status has no body at all.
    package var isBodiless: Bool { code == 204 || code == 304 }
}

extension Status {
    /// 200.
    package static var ok: Status { Status(200) }
    /// 201.
    package static var created: Status { Status(201) }
    /// 202.
    package static var accepted: Status { Status(202) }
    /// 204.
    package static var noContent: Status { Status(204) }
    /// 303.
    package static var seeOther: Status { Status(303) }
    /// 304.
    package static var notModified: Status { Status(304) }
    /// 308.
    package static var permanentRedirect: Status { Status(308) }
    /// 400.
    package static var badRequest: Status { Status(400) }
    /// 401.
    package static var unauthorized: Status { Status(401) }
    /// 403.
    package static var forbidden: Status { Status(403) }
    /// 404.
    package static var notFound: Status { Status(404) }
    /// 405.
    package static var methodNotAllowed: Status { Status(405) }
    /// 406.
    package static var notAcceptable: Status { Status(406) }
    /// 408.
    package static var requestTimeout: Status { Status(408) }
    /// 409.
    package static var conflict: Status { Status(409) }
    /// 410.
    package static var gone: Status { Status(410) }
    /// 412.
    package static var preconditionFailed: Status { Status(412) }
    /// 413.
    package static var contentTooLarge: Status { Status(413) }
    /// 414.
    package static var targetTooLong: Status { Status(414) }
    /// 415.
    package static var unsupportedMediaType: Status { Status(415) }
    /// 421.
    package static var misdirectedRequest: Status { Status(421) }
    /// 422.
    package static var unprocessableContent: Status { Status(422) }
    /// 429.
    package static var tooManyRequests: Status { Status(429) }
    /// 431.
    package static var headTooLarge: Status { Status(431) }
    /// 500.
    package static var internalError: Status { Status(500) }
    /// 501.
    package static var notImplemented: Status { Status(501) }
    /// 503.
    package static var serviceUnavailable: Status { Status(503) }
    /// 505.
    package static var versionNotSupported: Status { Status(505) }
}
