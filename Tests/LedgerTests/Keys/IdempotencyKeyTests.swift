import Cryptography
import Formats
import Ledger
import Testing

struct IdempotencyKeyTests {
    private func fault(_ text: String, _ owner: IdempotencyKey.Owner) -> IdempotencyKey.Fault? {
        do throws(IdempotencyKey.Fault) {
            _ = try IdempotencyKey(text, of: owner)
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: [
        "1", "order 7".replacing(" ", with: "-"), String(repeating: "x", count: 255), "!~", "\"7\"",
    ])
    func `who has a key of an API may name requests at will`(text: String) {
        #expect(fault(text, .key(3)) == nil)
    }

    @Test(arguments: ["", " ", "a b", "a\tb", "ą", "a\u{7F}", String(repeating: "x", count: 256)])
    func `a name is 1 to 255 visible ASCII characters`(text: String) {
        #expect(fault(text, .key(3)) == .malformed)
        #expect(fault(text, .anonymous) == .malformed)
    }

    @Test(
        arguments: [
            ("f81d4fae-7dec-4bd0-a765-00a0c91e6bf6", true), ("F81D4FAE-7DEC-4BD0-A765-00A0C91E6BF6", true),
            ("\"f81d4fae-7dec-4bd0-a765-00a0c91e6bf6\"", true),
            // Versions 1 and 7 are made of times; another variant is of nobody knows what.
            ("f81d4fae-7dec-11d0-a765-00a0c91e6bf6", false), ("01904f6e-1c00-7abc-8123-456789abcdef", false),
            ("f81d4fae-7dec-4bd0-0765-00a0c91e6bf6", false), ("00000000-0000-4000-8000-000000000000", false),
            ("f81d4fae7dec4bd0a76500a0c91e6bf6", true), ("f81d4fae7dec4bd0a76500a0c91e6bf", false),
            ("mHoFrv37pMRouJnAn2gssQ", true), ("mHoFrv37pMRouJnAn2gss", false),
            ("mHoFrv37pMRouJnAn2gssQ==", true), ("mHoFrv37pM+ouJ/An2gssQ", true),
            ("7", false), ("request-7", false), ("123456789012345678901234567890123456789", true),
            ("12345678901234567890123456789012345678", false), (String(repeating: "a", count: 200), false),
            (String(repeating: "ab1", count: 60), false), ("!!!!!!!!mHoFrv37pMRouJ!!!!!!!!!!", false),
        ]
    )
    func `an anonymous name must look random`(text: String, isTaken: Bool) {
        #expect(fault(text, .anonymous) == (isTaken ? nil : .weak))
    }

    @Test func `whatever a sender draws from 128 random bits is taken`() {
        for _ in 0..<2_000 {
            let bytes = SecureRandom.bytes(16)
            #expect(fault(Base64URL.encode(bytes), .anonymous) == nil)
            #expect(
                fault(
                    bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined(),
                    .anonymous
                ) == nil
            )
        }
    }

    @Test func `the same name of another owner is another key, and the hash is all there is`() throws {
        let name = "f81d4fae-7dec-4bd0-a765-00a0c91e6bf6"
        let owners = [IdempotencyKey.Owner.anonymous, .key(1), .key(11), .key(2)]
        let keys = try owners.map { try IdempotencyKey(name, of: $0) }
        #expect(Set(keys.map(\.hash)).count == 4)
        #expect(keys.map(\.scope) == ["anonymous", "key:1", "key:11", "key:2"])
        #expect(keys.allSatisfy { $0.hash.count == 32 })
        let again = try IdempotencyKey(name, of: .key(1))
        #expect(again == keys[1])
        let quoted = try IdempotencyKey("\"\(name)\"", of: .key(1))
        #expect(quoted == keys[1])
        let one = try IdempotencyKey("1\nx".replacing("\n", with: "-"), of: .key(1))
        let other = try IdempotencyKey("x", of: .key(1))
        #expect(one != other)
        #expect(!"\(keys)".contains(name))
    }
}
