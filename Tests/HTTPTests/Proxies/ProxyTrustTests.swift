import TestSupport
import Testing

@testable import HTTP

struct ProxyTrustTests {
    private static let proxy = IPAddress("10.0.0.1") ?? .loopback
    private static let stranger = IPAddress("198.51.100.9") ?? .loopback
    private static let trust = ProxyTrust(
        proxies: [AddressRange("10.0.0.0/8")].compactMap { $0 },
        publicAddress: nil
    )

    private func headers(_ fields: [(HeaderName, HeaderValue)]) -> Headers {
        var headers = Headers()
        for (name, value) in fields { headers.add(name, value) }
        return headers
    }

    @Test(
        arguments: [
            ([("X-Forwarded-For", "203.0.113.5")], "203.0.113.5"),
            ([("X-Forwarded-For", "6.6.6.6, 203.0.113.5")], "203.0.113.5"),
            ([("X-Forwarded-For", "203.0.113.5, 10.0.0.2")], "203.0.113.5"),
            ([("X-Forwarded-For", "6.6.6.6"), ("X-Forwarded-For", "203.0.113.5")], "203.0.113.5"),
            ([("X-Forwarded-For", "unknown")], "10.0.0.1"),
            ([("X-Forwarded-For", "203.0.113.5, nonsense")], "10.0.0.1"),
            ([("X-Forwarded-For", "203.0.113.5:4711")], "203.0.113.5"),
            ([("X-Forwarded-For", "2001:db8::7")], "2001:db8::7"),
            ([("Forwarded", "for=6.6.6.6, for=203.0.113.5;proto=https")], "203.0.113.5"),
            ([("Forwarded", "For=\"[2001:db8::7]:4711\"; by=10.0.0.1")], "2001:db8::7"),
            ([("Forwarded", "for=_hidden")], "10.0.0.1"),
            ([("Forwarded", "for=203.0.113.5"), ("X-Forwarded-For", "6.6.6.6")], "203.0.113.5"),
            ([], "10.0.0.1"),
        ] as [([(String, String)], String)]
    )
    func `the nearest address that is no proxy is the client`(fields: [(String, String)], client: String)
        throws
    {
        var headers = Headers()
        for (name, value) in fields {
            headers.add(try #require(HeaderName(name)), try #require(HeaderValue(value)))
        }
        let origin = try Self.trust.origin(peer: Self.proxy, host: "a", headers: headers)
        #expect(origin.client.description == client)
    }

    @Test func `a stranger's word counts for nothing`() throws {
        let claimed = headers([
            (.forwarded, "for=1.1.1.1;proto=https;host=evil.example"), (.forwardedFor, "1.1.1.1"),
            (.forwardedHost, "evil.example"), (.forwardedProto, "https"),
        ])
        let origin = try Self.trust.origin(peer: Self.stranger, host: "a", headers: claimed)
        #expect(origin.client == Self.stranger)
        #expect(origin.base.text == "http://a")
    }

    @Test func `a proxy tells host and scheme`() throws {
        let old = headers([(.forwardedHost, "map.example"), (.forwardedProto, "https")])
        #expect(
            try Self.trust.origin(peer: Self.proxy, host: "a", headers: old).base.text
                == "https://map.example"
        )
        let new = headers([(.forwarded, "for=1.1.1.1;host=\"map.example:8443\";proto=https")])
        #expect(
            try Self.trust.origin(peer: Self.proxy, host: "a", headers: new).base.text
                == "https://map.example:8443"
        )
        let bad = headers([(.forwardedHost, "a/b")])
        #expect(throws: ProxyTrust.Refusal.malformedHost) {
            try Self.trust.origin(peer: Self.proxy, host: "a", headers: bad)
        }
    }

    @Test(
        arguments: [
            ("map.example", true), ("MAP.example:443", true), ("map.example:8311", true),
            ("127.0.0.1:8311", true),
            ("localhost", true), ("[::1]:8311", true), ("evil.example", false),
            ("map.example.evil.example", false),
            ("10.0.0.1", false),
        ])
    func `only the public address is served, and this machine's probes`(host: String, isServed: Bool) throws {
        let trust = ProxyTrust(
            proxies: Self.trust.proxies,
            publicAddress: PublicAddress("https://map.example")
        )
        let base = try? trust.origin(peer: Self.stranger, host: host, headers: Headers()).base.text
        #expect(base == (isServed ? "https://map.example" : nil))
    }

    @Test func `a foreign host is answered 421`() async throws {
        try await TestServer.run {
            $0.publicAddress = PublicAddress("https://map.example")
        } routes: { group in
            group.get("/", inline: { _ in .text("root") })
        } _: { test in
            let foreign = try await test.exchange("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n")
            #expect(foreign.status == 421)
            let ours = try await test.exchange("GET / HTTP/1.1\r\nHost: map.example\r\n\r\n")
            #expect(ours.status == 200)
        }
    }
}
