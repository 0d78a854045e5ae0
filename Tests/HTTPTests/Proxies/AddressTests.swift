import Testing

@testable import HTTP

struct AddressTests {
    @Test(
        arguments: [
            ("127.0.0.1", "127.0.0.1"), ("10.20.30.40", "10.20.30.40"), ("::1", "::1"),
            ("2001:DB8:0:0::7", "2001:db8::7"), ("::ffff:1.2.3.4", "1.2.3.4"),
        ])
    func `an address is written in its usual form`(text: String, expected: String) {
        #expect(IPAddress(text)?.description == expected)
    }

    @Test(arguments: [
        "", "1.2.3", "1.2.3.4.5", "256.1.1.1", "localhost", "[::1]", "fe80::1%eth0", "1.2.3.4:80",
    ])
    func `other text is no address`(text: String) {
        #expect(IPAddress(text) == nil)
    }

    @Test(
        arguments: [
            ("10.0.0.0/8", "10.255.1.2", true), ("10.0.0.0/8", "11.0.0.1", false),
            ("192.168.1.7", "192.168.1.7", true), ("192.168.1.7", "192.168.1.8", false),
            ("0.0.0.0/0", "8.8.8.8", true), ("0.0.0.0/0", "2001:db8::1", false),
            ("2001:db8::/32", "2001:db8:1::5", true), ("2001:db8::/32", "2001:db9::5", false),
            ("::/0", "2001:db8::1", true), ("::1/128", "::1", true), ("10.1.2.3/8", "10.9.9.9", true),
        ])
    func `a range holds what its prefix says`(range: String, address: String, isInside: Bool) throws {
        let range = try #require(AddressRange(range))
        let address = try #require(IPAddress(address))
        #expect(range.contains(address) == isInside)
    }

    @Test(arguments: [
        "", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "::/129", "10.0.0.0/8/8", "x/8", "10.0.0.0/x",
    ])
    func `other text is no range`(text: String) {
        #expect(AddressRange(text) == nil)
    }

    @Test(
        arguments: [
            ("203.0.113.77", "203.0.113.0/24"), ("127.0.0.1", "127.0.0.0/24"),
            ("2001:db8:1:2:3::4", "2001:db8:1::/48"), ("::1", "::/48"),
        ]
    )
    func `the surroundings of an address do not tell whose it is`(text: String, network: String) {
        #expect(IPAddress(text)?.surroundings == network)
    }

    @Test func `one customer's IPv6 addresses are one network`() {
        #expect(IPAddress("2001:db8::1")?.network == IPAddress("2001:db8::ffff:2")?.network)
        #expect(IPAddress("2001:db8:0:1::1")?.network != IPAddress("2001:db8::1")?.network)
        #expect(IPAddress("1.2.3.4")?.network != IPAddress("1.2.3.5")?.network)
    }

    @Test(
        arguments: [
            ("Example.ORG", "example.org"), ("a:80", "a:80"), ("[::1]:8311", "[::1]:8311"),
            ("127.0.0.1", "127.0.0.1"),
            ("a_b-c.d", "a_b-c.d"),
        ])
    func `a host is read in any case`(text: String, expected: String) {
        #expect(Authority(text)?.text == expected)
    }

    @Test(
        arguments: [
            "", "a b", "a/b", "a@b", ":80", "a:", "a:0", "a:65536", "a:99999999999999999999", "a:8x", "[::1",
            "[x]",
            "[::1]x", "a:80:80", "ż", String(repeating: "a", count: 256),
        ])
    func `other text is no host`(text: String) {
        #expect(Authority(text) == nil)
    }

    @Test(
        arguments: [
            ("https://a.example/", "https://a.example"), ("http://a:8311", "http://a:8311"),
            ("https://a:443", "https://a"), ("http://a:80", "http://a"),
        ])
    func `a public address leaves out the usual port`(text: String, expected: String) {
        #expect(PublicAddress(text)?.text == expected)
    }

    @Test(arguments: ["", "a.example", "ftp://a", "https://", "https://a/path", "https://a?x", "https://u@a"])
    func `other text is no public address`(text: String) {
        #expect(PublicAddress(text) == nil)
    }
}
