import Ledger
import Synchronization
import Testing

@testable import Doors
@testable import HTTP

/// A clock that is moved by hand.
final class HandClock: Sendable {
    private let nanoseconds = Atomic<Int64>(0)

    var read: @Sendable () -> Int64 { { self.nanoseconds.load(ordering: .relaxed) } }

    func advance(by seconds: Double) {
        nanoseconds.add(Int64(seconds * 1e9), ordering: .relaxed)
    }
}

struct RateLimitsTests {
    private let clock = HandClock()

    private func address(_ text: String) throws -> IPAddress { try #require(IPAddress(text)) }

    private func key(_ id: Int, _ scopes: Set<KeyScope>) -> APIKey {
        APIKey(id: id, name: "k\(id)", scopes: scopes, unit: scopes.contains(.unit) ? "ZDMK" : nil)
    }

    /// How many of a thousand uses at once are let through.
    private func burst(of count: Int = 3_000, _ take: () -> Duration?) -> Int {
        (0..<count).count { _ in take() == nil }
    }

    @Test func `the public reads 500 a second and writes two, after a burst`() throws {
        let limits = RateLimits(clock: clock.read)
        let home = try address("198.51.100.7")
        #expect(burst { limits.take(.read, by: home) } == 2_000)
        #expect(burst { limits.take(.write, by: home) } == 100)
        clock.advance(by: 1)
        #expect(burst { limits.take(.read, by: home) } == 500)
        #expect(burst { limits.take(.write, by: home) } == 2)
        #expect(limits.take(.write, by: home) == .milliseconds(500))
    }

    @Test func `an address is an IPv4 address or 64 bits of an IPv6 one`() throws {
        let limits = RateLimits(clock: clock.read)
        for (first, second, areOne) in [
            ("198.51.100.7", "198.51.100.8", false), ("198.51.100.9", "::ffff:198.51.100.9", true),
            ("2001:db8:0:1::1", "2001:db8:0:1:ffff::2", true), ("2001:db8:0:2::1", "2001:db8:0:3::1", false),
        ] {
            let (one, other) = (try address(first), try address(second))
            #expect(burst { limits.take(.write, by: one) } == 100)
            #expect((limits.take(.write, by: other) == nil) == !areOne, "\(first) \(second)")
        }
    }

    @Test func `a key is counted for itself, and one for importing not at all`() throws {
        let limits = RateLimits(clock: clock.read)
        #expect(burst { limits.take(.write, by: key(1, [.report])) } == 100)
        #expect(burst { limits.take(.write, by: key(2, [.unit])) } == 100)
        clock.advance(by: 1)
        #expect(burst { limits.take(.write, by: key(1, [.report])) } == 20)
        #expect(burst { limits.take(.read, by: key(1, [.report])) } == 2_000)
        #expect(burst(of: 100_000) { limits.take(.write, by: key(3, [.import, .report])) } == 100_000)
        #expect(burst(of: 100_000) { limits.take(.read, by: key(3, [.import])) } == 100_000)
    }

    @Test func `a proxy is not counted, but nobody else is spared`() throws {
        let limits = RateLimits(proxies: [try #require(AddressRange("10.0.0.0/8"))], clock: clock.read)
        let (proxy, client) = (try address("10.1.2.3"), try address("198.51.100.7"))
        #expect(burst { limits.take(.write, by: proxy) } == 3_000)
        #expect(burst { limits.take(.write, by: client) } == 100)
    }

    @Test func `a limit can be moved or taken away`() throws {
        let home = try address("198.51.100.7")
        let free = RateLimits(RateRules(reads: 0, writes: 0), clock: clock.read)
        #expect(burst(of: 20_000) { free.take(.read, by: home) } == 20_000)
        #expect(burst(of: 20_000) { free.take(.write, by: home) } == 20_000)
        #expect(burst { free.take(.guess, by: home) } == 100)
        let other = RateLimits(RateRules(reads: 10, writes: 1_000), clock: clock.read)
        #expect(burst { other.take(.read, by: home) } == 40)
        #expect(burst { other.take(.write, by: home) } == 1_000)
    }
}
