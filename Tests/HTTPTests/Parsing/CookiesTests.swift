import Testing

@testable import HTTP

struct CookiesTests {
    @Test(
        arguments: [
            ("a=1", "1"), ("b=2; a=1", "1"), ("b=2;a=1", "1"), ("a=1; b=2", "1"), ("a=", ""),
            ("  a =  1 ;b=2", "1"), ("a=1=2", "1=2"), ("a=\"1\"", "\"1\""), ("a=1; a=1", "1"),
            ("nonsense; a=1", "1"), ("=x; a=1", "1"), (";;; a=1;;;", "1"), ("A=2; a=1", "1"),
        ]
    )
    func `a value is found by its name`(header: String, value: String) {
        #expect(Cookies([header])["a"] == value)
    }

    @Test(arguments: ["", "a", "b=1", "A=1", "aa=1", "a=1; a=2", "a=1; b=3; a=", "; ", "=1", "=", "x a=1"])
    func `where it is missing, or stands there with two values, there is none`(header: String) {
        #expect(Cookies([header])["a"] == nil)
    }

    @Test func `several headers are one`() {
        #expect(Cookies(["b=2", "a=1"])["a"] == "1")
        #expect(Cookies(["a=2", "a=1"])["a"] == nil)
    }

    @Test func `there are bounds`() {
        let many = (0..<Cookies.most).map { "c\($0)=x" }.joined(separator: ";")
        #expect(Cookies([many + ";a=1"])["a"] == nil)
        #expect(Cookies(["a=1;" + many])["a"] == "1")
        #expect(Cookies(["a=1; b=" + String(repeating: "x", count: Cookies.mostBytes)])["a"] == nil)
    }
}
