import Formats

/// Refuses what another site has a visitor's browser send, such as a form that submits itself (CSRF).
///
/// Residents carry no cookie of ours, so there is no session of theirs that could be ridden; but a report must not come
/// from somebody who only looked at a page elsewhere. Browsers say where a form comes from: in `Sec-Fetch-Site` (W3C
/// Fetch Metadata), older ones in `Origin` (RFC 6454). What is no browser says neither, and may send forms.
package enum SameOrigin {
    /// Throws 403 for a request that changes something and comes from a page of another origin.
    package static func check(_ request: Request) throws(Problem) {
        guard request.method != .get, request.method != .head, request.method != .options else { return }
        if let site = request.headers["Sec-Fetch-Site"] {
            guard site == "same-origin" || site == "none" else { throw .foreignForm }
        } else if let origin = request.headers[.origin] {
            guard origin == request.origin.base.text else { throw .foreignForm }
        }
    }

    /// The same where sessions are at stake: the browser has to say that the page is ours.
    ///
    /// Silence proves nothing, and what no page has sent has no business there.
    package static func demand(_ request: Request) throws(Problem) {
        guard request.method != .get, request.method != .head, request.method != .options else { return }
        let site = request.headers["Sec-Fetch-Site"]
        if site == "same-origin" { return }
        guard site == nil || site == "none", let origin = request.headers[.origin],
            origin == request.origin.base.text
        else { throw .foreignForm }
    }
}

extension Problem {
    fileprivate static let foreignForm = Problem(
        .forbidden,
        code: "foreign-form",
        title: LocalizedText(
            pl: "Ten formularz wysłała inna strona",
            en: "This form was sent by another site"
        ),
        detail: LocalizedText(
            pl: "Otwórz nasz formularz i wyślij go stamtąd.",
            en: "Please open our own form and send it from there."
        )
    )
}
