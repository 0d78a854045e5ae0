import Testing

@testable import HTTP

struct HeldBodiesTests {
    private let one = IPAddress("192.0.2.1")?.network
    private let other = IPAddress("192.0.2.2")?.network

    @Test func `a network has its share, and all together have theirs`() throws {
        let bodies = HeldBodies(limit: 100, perNetwork: 60)
        let (one, other) = (try #require(one), try #require(other))
        #expect(bodies.take(60, from: one))
        #expect(!bodies.take(1, from: one))
        #expect(!bodies.take(41, from: other))
        #expect(bodies.take(40, from: other))
        bodies.give(20, from: one)
        #expect(!bodies.take(21, from: other))
        #expect(bodies.take(20, from: other))
        bodies.give(40, from: one)
        bodies.give(60, from: other)
        #expect(bodies.take(60, from: one))
    }
}
