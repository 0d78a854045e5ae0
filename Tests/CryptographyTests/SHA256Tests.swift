import TestSupport
import Testing

@testable import Cryptography

struct SHA256Tests {
    /// FIPS 180-4's examples: nothing, one block, two blocks, a million letters.
    @Test(
        arguments: [
            ("", 1, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", 1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1,
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
            ("a", 1_000_000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
        ]
    )
    func `a digest is the standard's`(text: String, times: Int, digest: String) {
        let bytes = [UInt8](repeatElement(Array(text.utf8), count: times).joined())
        #expect(SHA256.digest(of: bytes).hexadecimal == digest)
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `parts come to what the whole comes to`(seed: UInt64) {
        var random = SeededGenerator(seed)
        let whole = (0..<Int.random(in: 0...1_000, using: &random)).map { _ in
            UInt8.random(in: 0...255, using: &random)
        }
        var hash = SHA256()
        var rest = whole[...]
        while !rest.isEmpty {
            let part = rest.prefix(Int.random(in: 0...130, using: &random))
            hash.update(Array(part))
            rest = rest.dropFirst(part.count)
        }
        #expect(hash.digest() == SHA256.digest(of: whole))
    }

    @Test func `what was asked half way changes nothing`() {
        var hash = SHA256()
        hash.update(Array("ab".utf8))
        #expect(hash.digest() == SHA256.digest(of: "ab"))
        hash.update(Array("c".utf8))
        #expect(hash.digest() == SHA256.digest(of: "abc"))
    }

    @Test func `a digest is its bytes`() {
        let digest = SHA256.digest(of: "abc")
        #expect(digest.bytes.count == 32)
        #expect(digest.bytes.prefix(3) == [0xBA, 0x78, 0x16])
        #expect(digest.words.first == 0xBA78_16BF_8F01_CFEA)
        #expect(Digest(digest.bytes) == digest)
        #expect(Digest(Array(digest.bytes.dropLast())) == nil)
        #expect(Digest(digest.bytes + [0]) == nil)
    }
}
