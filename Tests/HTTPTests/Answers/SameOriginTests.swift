import Testing

@testable import HTTP

struct SameOriginTests {
    private func check(_ method: HTTP.Method, _ headers: [(HeaderName, HeaderValue)]) throws {
        try SameOrigin.check(try Request(method, "/report", headers: headers))
    }

    @Test(arguments: ["same-origin", "none"])
    func `a form of our own pages is taken`(site: String) throws {
        try check(.post, [("Sec-Fetch-Site", try #require(HeaderValue(site)))])
    }

    @Test(arguments: ["cross-site", "same-site", "", "Same-Origin"])
    func `a form of another site is refused`(site: String) throws {
        let value = try #require(HeaderValue(site))
        let problem = #expect(throws: Problem.self) { try check(.post, [("Sec-Fetch-Site", value)]) }
        #expect(problem?.code == "foreign-form")
        #expect(problem?.status == .forbidden)
    }

    @Test func `older browsers are known by the origin that they name`() throws {
        try check(.post, [(.origin, "http://localhost")])
        for other in [
            "https://localhost", "http://localhost:81", "http://localhost.evil.example", "null", "",
        ] {
            let value = try #require(HeaderValue(other))
            #expect(throws: Problem.self) { try check(.post, [(.origin, value)]) }
        }
    }

    @Test func `what browsers say themselves goes before what a header claims`() {
        #expect(throws: Problem.self) {
            try check(.post, [(.origin, "http://localhost"), ("Sec-Fetch-Site", "cross-site")])
        }
    }

    @Test func `reading is free, and so are programs that are no browsers`() throws {
        try check(.get, [("Sec-Fetch-Site", "cross-site")])
        try check(.head, [("Sec-Fetch-Site", "cross-site")])
        try check(.post, [])
    }

    @Test func `where sessions are at stake the browser has to say that the page is ours`() throws {
        func demand(_ headers: [(HeaderName, HeaderValue)]) throws {
            try SameOrigin.demand(try Request(.post, "/dispatch/account", headers: headers))
        }
        try demand([("Sec-Fetch-Site", "same-origin")])
        try demand([(.origin, "http://localhost")])
        try demand([("Sec-Fetch-Site", "none"), (.origin, "http://localhost")])
        try SameOrigin.demand(try Request(.get, "/dispatch/"))
        let refused: [[(HeaderName, HeaderValue)]] = [
            [], [("Sec-Fetch-Site", "none")],
            [("Sec-Fetch-Site", "same-site"), (.origin, "http://localhost")],
            [("Sec-Fetch-Site", "cross-site"), (.origin, "http://localhost")], [(.origin, "null")],
            [(.origin, "https://localhost")], [(.origin, "http://localhost:81")],
        ]
        for headers in refused {
            let problem = #expect(throws: Problem.self) { try demand(headers) }
            #expect(problem?.code == "foreign-form")
        }
    }

    @Test(arguments: [HTTP.Method.put, .patch, .delete])
    func `everything that changes something is looked at`(method: HTTP.Method) {
        #expect(throws: Problem.self) { try check(method, [("Sec-Fetch-Site", "cross-site")]) }
    }
}
