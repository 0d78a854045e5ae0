import Testing

@testable import Cryptography

struct OneTimeCodeTests {
    private static let secret = SecretKey(Array("12345678901234567890".utf8))
    private let codes = OneTimeCode(secret: OneTimeCodeTests.secret)

    /// FIPS 180-4's examples, and lengths around the end of a block.
    @Test(
        arguments: [
            ("", "da39a3ee5e6b4b0d3255bfef95601890afd80709"),
            ("abc", "a9993e364706816aba3e25717850c26c9cd0d89d"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "84983e441c3bd26ebaae4aa1f95129e5e54670f1"
            ),
            (String(repeating: "a", count: 55), "c1c8bbdc22796e28c0e15163d20899b65621d65a"),
            (String(repeating: "a", count: 64), "0098ba824b5c16427bd7a1122a5a442a25ec644d"),
            (String(repeating: "a", count: 1_000_000), "34aa973cd4c4daa4f61eeb2bdbad27316534016f"),
        ]
    )
    func `SHA-1 is that of the standard`(text: String, hex: String) {
        #expect(hexadecimal(SHA1.digest(of: Array(text.utf8))) == hex)
    }

    /// RFC 2202, section 3.
    @Test(
        arguments: [
            ([UInt8](repeating: 0x0B, count: 20), "Hi There", "b617318655057264e28bc0b6fb378c8ef146be00"),
            (
                Array("Jefe".utf8), "what do ya want for nothing?",
                "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79"
            ),
            (
                [UInt8](repeating: 0xAA, count: 80), "Test Using Larger Than Block-Size Key - Hash Key First",
                "aa4ae5e15272d00e95705637ce8a3b55ed402112"
            ),
        ]
    )
    func `HMAC is that of the RFC`(key: [UInt8], text: String, hex: String) {
        #expect(hexadecimal(HMACSHA1.code(of: Array(text.utf8), key: SecretKey(key))) == hex)
    }

    /// RFC 6238, appendix B, the last six of its eight digits.
    @Test(
        arguments: [
            (Int64(59), "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"),
            (1_234_567_890, "005924"), (2_000_000_000, "279037"), (20_000_000_000, "353130"),
        ]
    )
    func `codes are those of the RFC`(second: Int64, code: String) {
        #expect(codes.code(atSecond: second) == code)
        #expect(codes.step(of: code, at: second, after: nil) == second / 30)
    }

    @Test(arguments: [(Int64(-60), false), (-30, true), (0, true), (30, true), (60, false)])
    func `clocks may differ by one step`(late: Int64, isTaken: Bool) {
        let code = codes.code(atSecond: 1_000_000_000)
        #expect((codes.step(of: code, at: 1_000_000_000 + late, after: nil) != nil) == isTaken)
    }

    @Test func `a code is taken once, and none of an earlier step after it`() throws {
        let now: Int64 = 1_000_000_000
        let step = try #require(codes.step(of: codes.code(atSecond: now), at: now, after: nil))
        #expect(codes.step(of: codes.code(atSecond: now), at: now, after: step) == nil)
        #expect(codes.step(of: codes.code(atSecond: now - 30), at: now, after: step) == nil)
        #expect(codes.step(of: codes.code(atSecond: now + 30), at: now, after: step) == step + 1)
    }

    @Test(arguments: ["", "28708", "2870822", " 287082", "٢٨٧٠٨٢", "abcdef"])
    func `what is no code is none`(text: String) {
        #expect(codes.step(of: text, at: 59, after: nil) == nil)
    }

    private func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
