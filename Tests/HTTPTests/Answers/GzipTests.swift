import Testing

@testable import HTTP

struct GzipTests {
    @Test(arguments: [0, 1, 100, 65_536, 1_000_000])
    func `what was compressed is the same when expanded`(count: Int) {
        var generator = SplitMix(state: UInt64(count))
        let bytes = (0..<count).map { _ in UInt8(truncatingIfNeeded: generator.next() & 15) }
        let small = Gzip.compress(bytes)
        #expect(small?.prefix(2) == [0x1F, 0x8B])
        #expect(small.flatMap { Gzip.expand($0, limit: max(1, count)) } == bytes)
    }

    @Test func `more than the limit is not expanded`() {
        let small = Gzip.compress([UInt8](repeating: 0, count: 10_000)) ?? []
        #expect(Gzip.expand(small, limit: 9_999) == nil)
        #expect(Gzip.expand([1, 2, 3], limit: 100) == nil)
        #expect(Gzip.expand([], limit: 100) == nil)
    }

    @Test func `equal bytes have equal tags, others others`() {
        var tags: Set<String> = []
        for count in 0..<300 {
            let bytes = [UInt8](repeating: 0, count: count)
            tags.insert(EntityTag.hashing(bytes).text)
            #expect(EntityTag.hashing(bytes) == EntityTag.hashing(bytes))
        }
        tags.insert(EntityTag.hashing([1, 0, 0]).text)
        tags.insert(EntityTag.hashing([0, 0, 1]).text)
        #expect(tags.count == 302)
        #expect(tags.allSatisfy { $0.first == "\"" && $0.last == "\"" && $0.count > 10 })
    }
}

/// A small seeded generator, so that every run has the same bytes.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }
}
