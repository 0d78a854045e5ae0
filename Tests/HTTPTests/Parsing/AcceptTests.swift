import HTTP
import Testing

struct AcceptTests {
    private static let answers = [["application/geo+json", "application/json"], ["text/html"]]

    @Test(
        arguments: [
            (nil, 0), ("*/*", 0), ("application/*", 0), ("application/json", 0), ("text/html", 1),
            ("text/*", 1),
            ("TEXT/HTML", 1), ("text/html;charset=utf-8", 1),
            ("text/html;level=\"1, 2\", application/json;q=0.5", 1),
            ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", 1),
            ("application/geo+json, application/json", 0), ("text/html;q=0.4, application/json;q=0.6", 0),
            ("text/html;q=0, */*", 0), ("application/geo+json;q=0, application/json;q=0, */*", 1),
            ("image/png", nil),
            ("text/html;q=0", nil), ("", nil), (",;=\"", nil), ("text/html;q=2", nil), ("text", nil),
        ] as [(String?, Int?)]
    )
    func `the answer that is liked best is chosen, the first among equals`(
        _ header: String?,
        _ expected: Int?
    ) {
        #expect(Accept.best(header, of: Self.answers) == expected)
    }

    @Test func `a header without an end is read to a bound`() {
        let header = String(repeating: "a/b,", count: 10_000) + "text/html"
        #expect(Accept.best(header, of: Self.answers) == nil)
    }
}
