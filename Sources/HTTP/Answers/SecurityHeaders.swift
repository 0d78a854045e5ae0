/// The headers that every answer has against misuse of its content.
struct SecurityHeaders: Sendable {
    private let own: Headers
    private let shared: Headers

    /// - Parameter secure: whether the public address is https, so that browsers may be told to stay there.
    init(secure: Bool) {
        var headers = Headers()
        headers.add("X-Content-Type-Options", "nosniff")
        headers.add("X-Frame-Options", "DENY")
        headers.add("Referrer-Policy", "same-origin")
        headers.add(
            "Permissions-Policy",
            "geolocation=(self), camera=(self), microphone=(), payment=(), usb=()"
        )
        if secure {
            headers.add("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
        }
        var own = headers
        own.add("Cross-Origin-Opener-Policy", "same-origin")
        own.add("Cross-Origin-Resource-Policy", "same-origin")
        headers.add("Cross-Origin-Resource-Policy", "cross-origin")
        self.own = own
        shared = headers
    }

    /// Adds them; what other origins may read is marked so.
    func add(to response: inout Response, sharing: Sharing) {
        response.headers.fill(.contentSecurityPolicy, response.policy.value)
        response.headers.add(contentsOf: sharing == .anyOrigin ? shared : own)
    }

    /// Who may embed an answer.
    enum Sharing {
        case sameOrigin
        case anyOrigin
    }
}
