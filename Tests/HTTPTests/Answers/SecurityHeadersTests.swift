import Testing

@testable import HTTP

struct SecurityHeadersTests {
    private func headers(_ response: Response, secure: Bool = false) -> Headers {
        var response = response
        SecurityHeaders(secure: secure).add(to: &response, sharing: .sameOrigin)
        return response.headers
    }

    @Test(arguments: [ContentType.html, .json, .problem, .ofFile(named: "a.svg"), .xml, .bytes])
    func `what a browser may open has a policy and is framed by nobody`(type: ContentType) {
        let headers = headers(Response(type, []))
        #expect(headers[.contentSecurityPolicy]?.contains("frame-ancestors 'none'") == true)
        #expect(headers["X-Frame-Options"] == "DENY")
        #expect(headers["Referrer-Policy"] == "same-origin")
        #expect(headers["X-Content-Type-Options"] == "nosniff")
    }

    @Test(arguments: [ContentType.javaScript, .css, .ofFile(named: "a.png"), .ofFile(named: "a.webp")])
    func `a part of a page carries no more than keeps it one`(type: ContentType) {
        let headers = headers(Response(type, []))
        #expect(headers["X-Content-Type-Options"] == "nosniff")
        #expect(headers["Cross-Origin-Resource-Policy"] == "same-origin")
        #expect(!headers.contains(.contentSecurityPolicy))
        #expect(!headers.contains("Permissions-Policy"))
    }

    @Test func `a worker keeps its own policy`() {
        var worker = Response(.javaScript, [])
        worker.policy = .page
        #expect(headers(worker)[.contentSecurityPolicy] == ContentSecurityPolicy.page.value.text)
    }

    @Test func `an answer without a type is a document, and https stays https`() {
        let headers = headers(Response(.noContent), secure: true)
        #expect(headers.contains(.contentSecurityPolicy))
        #expect(headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains")
    }
}
