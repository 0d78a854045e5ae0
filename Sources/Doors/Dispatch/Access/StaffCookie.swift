import HTTP
import Ledger

/// The cookie that a session is known by.
///
/// No script reads it, no other site's form carries it. Where clients come by https its name begins with
/// `__Host-`: then browsers take it from this host alone, and only over https. It has no date, so it goes
/// with the browser.
enum StaffCookie {
    /// What a request's session is known by; nil where there is no cookie of ours, or more than one.
    static func token(of request: Request) -> SessionToken? {
        Cookies(request.headers)[name(for: request)].flatMap { SessionToken(parsing: $0) }
    }

    /// Has the browser keep a session's token.
    static func set(_ token: SessionToken, on response: inout Response, to request: Request) {
        add("\(name(for: request))=\(token.secret)", to: &response, request)
    }

    /// Has the browser forget it.
    static func clear(on response: inout Response, to request: Request) {
        add("\(name(for: request))=; Max-Age=0", to: &response, request)
    }

    static func name(for request: Request) -> String {
        request.origin.base.isSecure ? "__Host-emapa-staff" : "emapa-staff"
    }

    private static func add(_ pair: String, to response: inout Response, _ request: Request) {
        let secure = request.origin.base.isSecure ? "; Secure" : ""
        guard let value = HeaderValue("\(pair); Path=/; HttpOnly; SameSite=Lax\(secure)") else { return }
        response.headers.add(.setCookie, value)
    }
}
