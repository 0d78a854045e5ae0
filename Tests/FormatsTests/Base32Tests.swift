import Testing

@testable import Formats

struct Base32Tests {
    /// RFC 4648 §10, without its padding.
    @Test(
        arguments: [
            ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"),
            ("fooba", "MZXW6YTB"), ("foobar", "MZXW6YTBOI"),
        ]
    )
    func `bytes are written as the RFC says`(plain: String, text: String) {
        #expect(Base32.encode(Array(plain.utf8)) == text)
        #expect(Base32.decode(text) == Array(plain.utf8))
    }

    @Test(arguments: ["M", "MYA", "MZ", "my", "MY======", "M1", "M0", "MZXW6 YQ", "ĄY"])
    func `a text that is not written so is refused`(text: String) {
        #expect(Base32.decode(text) == nil)
    }
}
