import TestSupport
import Testing

@testable import Formats

struct Base64URLTests {
    /// RFC 4648 §10, without its padding, and what tells this alphabet from the other.
    @Test(
        arguments: [
            ("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"),
            ("fooba", "Zm9vYmE"), ("foobar", "Zm9vYmFy"),
        ]
    )
    func `bytes are written as the RFC says`(plain: String, text: String) {
        #expect(Base64URL.encode(Array(plain.utf8)) == text)
        #expect(Base64URL.decode(text) == Array(plain.utf8))
    }

    @Test func `the last two letters are those that need no escape`() {
        #expect(Base64URL.encode([0xFB, 0xFF, 0xBF]) == "-_-_")
        #expect(Base64URL.decode("-_-_") == [0xFB, 0xFF, 0xBF])
    }

    @Test(
        arguments: [
            "Z", "Zm9vY", "Zg==", "Zh", "Zm9", "Zm8=", "Zm+v", "Zm/v", "Zm9v\n", " Zm9v", "Zm 9v", "Zm9vą",
            "====",
        ]
    )
    func `a text that is not written so is refused`(text: String) {
        #expect(Base64URL.decode(text) == nil)
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `every run of bytes comes back, and no other text means the same`(seed: UInt64) {
        var random = SeededGenerator(seed)
        for length in 0..<40 {
            let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
            let text = Base64URL.encode(bytes)
            #expect(text.utf8.count == (length * 4 + 2) / 3)
            #expect(Base64URL.decode(text) == bytes)
        }
        for _ in 0..<200 {
            let length = Int.random(in: 0...12, using: &random)
            let noise = (0..<length).map { _ in UInt8.random(in: 0x20...0x7E, using: &random) }
            let text = String(decoding: noise, as: UTF8.self)
            if let bytes = Base64URL.decode(text) { #expect(Base64URL.encode(bytes) == text) }
        }
    }
}
