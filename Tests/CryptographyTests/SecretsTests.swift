import Testing

@testable import Cryptography

struct SecretsTests {
    @Test(
        arguments: [
            ([], [], true), ([1, 2, 3], [1, 2, 3], true), ([1, 2, 3], [1, 2, 4], false),
            ([0, 2, 3], [1, 2, 3], false), ([1, 2, 3], [1, 2], false), ([], [0], false),
        ] as [([UInt8], [UInt8], Bool)]
    )
    func `bytes are compared by all of them`(left: [UInt8], right: [UInt8], same: Bool) {
        #expect(ConstantTime.areEqual(left, right) == same)
    }

    @Test func `random bytes are as many as were asked for, and others each time`() {
        #expect(SecureRandom.bytes(0).isEmpty)
        #expect(SecureRandom.bytes(1_000).count == 1_000)
        #expect(Set((0..<100).map { _ in SecureRandom.bytes(16) }).count == 100)
        // Of 4,096 bytes each value is missing with a probability of one in ten million.
        #expect(Set(SecureRandom.bytes(4_096)).count > 250)
    }

    @Test func `a key that is printed says nothing of itself`() {
        let key = SecretKey(Array("the key".utf8))
        var dumped = ""
        dump(key, to: &dumped)
        for text in ["\(key)", String(reflecting: key), dumped, "\([key])"] {
            #expect(!text.contains("116"))
            #expect(!text.contains("the key"))
        }
    }

    @Test func `keys differ and have 32 bytes`() {
        let keys = (0..<10).map { _ in SecretKey.random().bytes }
        #expect(Set(keys).count == 10)
        #expect(keys.allSatisfy { $0.count == SecretKey.byteCount })
    }
}
