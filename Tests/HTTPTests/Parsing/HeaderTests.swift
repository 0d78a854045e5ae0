import Formats
import Testing

@testable import HTTP

@Suite struct HeaderTests {
    @Test(arguments: [
        ("gzip", true),
        ("GZip", true),
        ("x-gzip", true),
        ("deflate, gzip;q=1.0, *;q=0.5", true),
        ("gzip;q=0.001", true),
        ("gzip ; q=0.5", true),
        ("br, *", true),
        ("*;q=0.1", true),
        ("", false),
        ("identity", false),
        ("br", false),
        ("gzip;q=0", false),
        ("gzip;q=0.000", false),
        ("*, gzip;q=0", false),
        ("gzip;q=0, *", false),
        ("*;q=0", false),
        ("gzip;q=2", false),
        ("gzip;q=1.001", false),
        ("gzip;q=0.1234", false),
        ("gzip;q=", false),
        ("gzip;q", false),
        ("gzipped", false),
        (",,, ,", false),
    ])
    func `gzip is used where the client takes it`(_ header: String, _ allowed: Bool) {
        #expect(AcceptEncoding.allowsGzip(header) == allowed)
    }

    @Test(
        arguments: [
            ("pl", .pl),
            ("en-US,en;q=0.9", .en),
            ("pl-PL,pl;q=0.9,en-US;q=0.8,en;q=0.7", .pl),
            ("uk, en;q=0.5, pl;q=0.7", .pl),
            ("en;q=0.5, EN-gb, pl;q=0.9", .en),
            ("en, pl", .en),
            ("pl, en", .pl),
            ("pl;q=0, en;q=0.1", .en),
            ("pl;q=0", nil),
            ("de, fr", nil),
            ("plx", nil),
            ("*", nil),
            ("", nil),
        ] as [(String, Language?)]
    )
    func `the language that the reader likes best is chosen`(_ header: String, _ language: Language?) {
        #expect(AcceptLanguage.preferred(header) == language)
    }

    @Test func `a long list is read only so far`() {
        let list = String(repeating: "x, ", count: 100_000)
        #expect(!AcceptEncoding.allowsGzip(list + "gzip"))
    }

    @Test(arguments: [
        ("\"a\"", "\"a\"", true),
        ("W/\"a\"", "\"a\"", true),
        ("\"a\"", "W/\"a\"", true),
        ("\"b\", W/\"a\"", "W/\"a\"", true),
        (" \"b\" ,,\"a\" ", "\"a\"", true),
        ("\"x,y\", \"a\"", "\"x,y\"", true),
        ("*", "\"a\"", true),
        (" * ", "\"a\"", true),
        ("", "\"a\"", false),
        ("\"b\"", "\"a\"", false),
        ("a", "\"a\"", false),
        ("\"a", "\"a\"", false),
        ("w/\"a\"", "\"a\"", false),
        ("\"b\" \"a\"", "\"a\"", false),
        ("\"A\"", "\"a\"", false),
        ("*, \"b\"", "\"a\"", false),
    ])
    func `entity tags are compared weakly`(_ header: String, _ etag: String, _ matches: Bool) {
        #expect(EntityTags.matches(header, etag: etag) == matches)
    }

    @Test(arguments: [
        ("GET", true),
        ("x-request-id", true),
        ("!#$%&'*+-.^_`|~09azAZ", true),
        ("", false),
        ("a b", false),
        ("a:", false),
        ("a\u{0}", false),
        ("(a)", false),
        ("\"a\"", false),
        ("ż", false),
    ])
    func `a token holds only token characters`(_ text: String, _ isToken: Bool) {
        #expect(HeaderSyntax.isToken(text) == isToken)
    }

    @Test(arguments: [
        ("", true),
        ("a b\tc", true),
        ("żółw", true),
        (" a", false),
        ("a\t", false),
        ("a\r\nSet-Cookie: b", false),
        ("a\u{0}", false),
        ("a\u{7F}", false),
    ])
    func `a header's value cannot end the line`(_ text: String, _ isValue: Bool) {
        #expect(HeaderSyntax.isFieldValue(text) == isValue)
    }

    @Test(
        arguments: [
            ("application/json", "application/json", nil),
            ("Application/JSON;charset=UTF-8", "application/json", "UTF-8"),
            (" text/html ; charset=\"ut\\f-8\" ;; ", "text/html", "utf-8"),
            ("text", nil, nil),
            ("text/", nil, nil),
            ("/html", nil, nil),
            ("text/html charset=utf-8", nil, nil),
            ("text/html; charset", nil, nil),
            ("text/html; charset=", nil, nil),
            ("text/html; charset=\"a", nil, nil),
            ("text/html; charset=a; CHARSET=b", nil, nil),
            ("", nil, nil),
        ] as [(String, String?, String?)]
    )
    func `a media type is read with its parameters`(_ text: String, _ essence: String?, _ charset: String?) {
        let type = MediaType(parsing: text)
        #expect(type?.essence == essence)
        #expect(type?.parameter("charset") == charset)
    }

    @Test func `parameters are bounded in number`() {
        let many = (0..<17).map { "; p\($0)=1" }.joined()
        #expect(MediaType(parsing: "a/b" + many) == nil)
    }
}
