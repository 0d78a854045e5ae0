import Testing

@testable import emapa

struct XXHash64Tests {
    // The first three are those that every implementation is tried by; 101 bytes go through all of its loops.
    @Test(
        arguments: [
            ("", 0xEF46_DB37_51D8_E999), ("abc", 0x44BC_2CF5_AD77_0999),
            ("Nobody inspects the spammish repetition", 0xFBCE_A83C_8A37_8BF1),
        ] as [(String, UInt64)]
    )
    func `checksums are those of the specification`(text: String, hash: UInt64) {
        #expect(XXHash64.hash(Array(text.utf8)) == hash)
    }

    @Test func `every bit of every length counts, and so does the seed`() {
        for length in 0...101 {
            let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 * 7) }
            let hash = XXHash64.hash(bytes)
            #expect(XXHash64.hash(bytes, seed: 1) != hash)
            #expect(XXHash64.hash(bytes + [0]) != hash)
            for bit in 0..<length * 8 {
                var other = bytes
                other[bit / 8] ^= 1 << UInt8(bit % 8)
                #expect(XXHash64.hash(other) != hash)
            }
        }
    }
}
