/// The headers that every answer has against misuse of its content.
///
/// What only a document obeys (who frames it, what it may load and use, whom it tells where it is) is left out of scripts,
/// styles and pictures: a page has a hundred of them, and would carry more headers than content.
struct SecurityHeaders: Sendable {
    private var ownDocument: Headers
    private var ownPart: Headers
    private var sharedDocument: Headers
    private var sharedPart: Headers

    /// - Parameter secure: whether the public address is https, so that browsers may be told to stay there.
    init(secure: Bool) {
        var part = Headers()
        part.add("X-Content-Type-Options", "nosniff")
        if secure {
            part.add("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
        }
        var document = part
        document.add("X-Frame-Options", "DENY")
        document.add("Referrer-Policy", "same-origin")
        document.add(
            "Permissions-Policy",
            "geolocation=(self), camera=(self), microphone=(), payment=(), usb=()"
        )
        (ownPart, sharedPart) = (part, part)
        (ownDocument, sharedDocument) = (document, document)
        ownDocument.add("Cross-Origin-Opener-Policy", "same-origin")
        ownDocument.add("Cross-Origin-Resource-Policy", "same-origin")
        ownPart.add("Cross-Origin-Resource-Policy", "same-origin")
        sharedDocument.add("Cross-Origin-Resource-Policy", "cross-origin")
        sharedPart.add("Cross-Origin-Resource-Policy", "cross-origin")
    }

    /// Adds them; what other origins may read is marked so.
    func add(to response: inout Response, sharing: Sharing) {
        let isShared = sharing == .anyOrigin
        guard response.isPartOfPage else {
            response.headers.fill(.contentSecurityPolicy, response.policy.value)
            response.headers.add(contentsOf: isShared ? sharedDocument : ownDocument)
            return
        }
        response.headers.add(contentsOf: isShared ? sharedPart : ownPart)
    }

    /// Who may embed an answer.
    enum Sharing {
        case sameOrigin
        case anyOrigin
    }
}

extension Response {
    /// Whether no browser makes a document of it: a script, unless it has a policy of its own, as workers have; a style; a
    /// picture, but for drawings, which may hold scripts.
    fileprivate var isPartOfPage: Bool {
        guard policy == .nothing, let type = headers[.contentType] else { return false }
        return ["text/javascript", "text/css", "image/png", "image/jpeg", "image/webp", "font/"].contains {
            type.hasPrefix($0)
        }
    }
}
