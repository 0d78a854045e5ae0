import Testing

@testable import HTTP

struct HeaderFieldTests {
    @Test(
        arguments: [
            "a\r\nSet-Cookie: b", "a\nb", "a\rb", "a\0b", "\u{7F}", " a", "a ", "\u{1}",
            String(repeating: "a", count: 8_193),
        ])
    func `a value that could end its line, or is too long, is none`(text: String) {
        #expect(HeaderValue(text) == nil)
    }

    @Test(arguments: ["", "a", "a\tb c", "zażółć", "\"x\"; y=z"])
    func `other text is a value`(text: String) {
        #expect(HeaderValue(text)?.text == text)
    }

    @Test(arguments: ["", "a b", "a:", "ż", "a\r", String(repeating: "a", count: 256)])
    func `a name that is no token, or is too long, is none`(text: String) {
        #expect(HeaderName(text) == nil)
    }

    @Test func `an answer that would split is a problem of ours, never a second header`() {
        #expect(Response.redirect(to: "/a\r\nSet-Cookie: stolen=1") == nil)
    }

    @Test func `names are found in any case, values in their order`() {
        var headers = Headers()
        headers.add("X-One", "1")
        headers.add("x-two", "2")
        headers.add("X-ONE", "3")
        #expect(headers["x-one"] == "1")
        #expect(headers.values(of: "X-One") == ["1", "3"])
        #expect(headers["X-Two"] == "2")
        #expect(headers["X-Three"] == nil)
        #expect(headers["X-On"] == nil)
        #expect(headers.count == 3)
    }

    @Test func `setting replaces all, filling none`() {
        var headers = Headers()
        headers.add("A", "1")
        headers.add("B", "2")
        headers.add("a", "3")
        headers.set("A", "4")
        headers.fill("B", "5")
        headers.fill("C", "6")
        #expect(headers.fields.map(\.name) == ["B", "A", "C"])
        #expect(headers.fields.map(\.value) == ["2", "4", "6"])
        headers.remove("b")
        #expect(headers.count == 2)
        #expect(!headers.contains("B"))
    }

    @Test func `a long value is found again`() throws {
        let long = String(repeating: "x", count: 8_192)
        var headers = Headers()
        headers.add("A", try #require(HeaderValue(long)))
        headers.add("B", "after")
        #expect(headers["A"] == long)
        #expect(headers["B"] == "after")
    }
}
