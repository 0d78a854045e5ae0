import TestSupport
import Testing

@testable import HTTP

/// Heads that could be read in two ways, sent byte by byte as a stranger would.
@Suite(.timeLimit(.minutes(1))) struct MalformedRequestTests {
    private static let smuggled = "GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n"

    @Test(
        arguments: [
            (
                "both lengths",
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                400
            ),
            (
                "both lengths, the other way",
                "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
                400
            ),
            (
                "two equal lengths",
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\nContent-Length: 0\r\n\r\n", 400
            ),
            (
                "two lengths",
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\nContent-Length: 36\r\n\r\n", 400
            ),
            ("a list of lengths", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0, 0\r\n\r\n", 400),
            ("a negative length", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n", 400),
            ("a signed length", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: +1\r\n\r\n", 400),
            (
                "an endless length",
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n", 413
            ),
            ("an unknown encoding", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n", 400),
            (
                "two encodings",
                "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", 400
            ),
            (
                "encoding twice",
                "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                400
            ),
            (
                "a veiled encoding",
                "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n", 400
            ),
            (
                "chunks in HTTP/1.0",
                "POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400
            ),
            (
                "a space before the colon",
                "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding : chunked\r\n\r\n0\r\n\r\n", 400
            ),
            (
                "thousands of parameters",
                "GET /?\(String(repeating: "a&", count: 4_000)) HTTP/1.1\r\nHost: a\r\n\r\n", 400
            ),
            ("a bad header name", "GET / HTTP/1.1\r\nHost: a\r\nX(Y): b\r\n\r\n", 400),
            ("a line without a colon", "GET / HTTP/1.1\r\nHost: a\r\nnonsense\r\n\r\n", 400),
            ("a control character", "GET / HTTP/1.1\r\nHost: a\r\nX: b\u{1}c\r\n\r\n", 400),
            ("no host", "GET / HTTP/1.1\r\n\r\n", 400),
            ("two hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", 400),
            ("a host that is none", "GET / HTTP/1.1\r\nHost: a/b@c\r\n\r\n", 400),
            ("a foreign absolute target", "GET http://b/ HTTP/1.1\r\nHost: a\r\n\r\n", 400),
            ("a target without a slash", "GET x HTTP/1.1\r\nHost: a\r\n\r\n", 400),
            ("a bad escape", "GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n", 400),
            ("a climbing path", "GET /../etc/passwd HTTP/1.1\r\nHost: a\r\n\r\n", 400),
            ("a NUL in the target", "GET /a\0b HTTP/1.1\r\nHost: a\r\n\r\n", 400),
            ("a NUL in the query", "GET /?a\0b HTTP/1.1\r\nHost: a\r\n\r\n", 400),
            ("two spaces in the first line", "GET /  HTTP/1.1\r\nHost: a\r\n\r\n", 400),
            ("an unknown method", "BREW / HTTP/1.1\r\nHost: a\r\n\r\n", 501),
            ("a tunnel", "CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n", 501),
            ("a later version", "GET / HTTP/2.0\r\nHost: a\r\n\r\n", 505),
        ])
    func `it is refused, the connection closed, and nothing after it is answered`(
        name: String,
        head: String,
        status: Int
    ) async throws {
        try await TestServer.run { group in
            group.get("/", inline: { _ in .text("root") })
            group.post("/", task: { _ in .text("posted") })
            group.get("/smuggled", inline: { _ in .text("smuggled") })
        } _: { test in
            let (response, rest) = try await test.talk { client in
                try client.send(head + Self.smuggled)
                return (try client.receive(), try client.receiveToEnd())
            }
            #expect(response?.status == status, "\(name)")
            #expect(response?.closes == true)
            #expect(!String(decoding: rest, as: UTF8.self).contains("HTTP/1.1 "))
            #expect(!test.log.finished.contains { $0.route == "/smuggled" })
        }
    }

    @Test func `bytes that are no request are refused or dropped while others are served`() async throws {
        try await TestServer.run { group in
            group.get("/", inline: { _ in .text("root") })
        } _: { test in
            for bytes in [[22, 3, 1, 0, 200], Array("\r\n\r\n\r\nfoo\r\n\r\n".utf8), [0, 0, 0, 0, 10, 10]]
                as [[UInt8]]
            {
                let answer = try await test.talk { client in
                    try client.send(bytes)
                    client.finishSending()
                    return try client.receive()
                }
                #expect(answer == nil || answer?.status == 400)
                let status = try await test.exchange("GET / HTTP/1.1\r\nHost: a\r\n\r\n").status
                #expect(status == 200)
            }
        }
    }

    @Test func `a head beyond the limit is answered 431 and closed`() async throws {
        try await TestServer.run { group in
            group.get("/", inline: { _ in .text("root") })
        } _: { test in
            for size in [13_000, 30_000] {
                let filler = String(repeating: "x", count: size)
                let response = try await test.exchange("GET / HTTP/1.1\r\nHost: a\r\nX: \(filler)\r\n\r\n")
                #expect(response.status == 431)
                #expect(response.closes)
            }
            let many = (0..<2_000).map { "X\($0): y\r\n" }.joined()
            let status2 = try await test.exchange("GET / HTTP/1.1\r\nHost: a\r\n\(many)\r\n").status
            #expect(status2 == 431)
        }
    }

    @Test func `a target beyond the limit is answered 414 or 431`() async throws {
        try await TestServer.run { group in
            group.get("/", inline: { _ in .text("root") })
        } _: { test in
            for size in [9_000, 40_000] {
                let path = String(repeating: "x", count: size)
                let response = try await test.exchange("GET /\(path) HTTP/1.1\r\nHost: a\r\n\r\n")
                #expect([414, 431].contains(response.status))
            }
        }
    }

    @Test func `refusals are told by their reason, without the client's words`() async throws {
        try await TestServer.run { group in
            group.get("/", inline: { _ in .text("root") })
        } _: { test in
            _ = try await test.exchange("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n")
            await test.log.wait { if case .malformedRequest(.repeatedHost) = $0 { true } else { false } }
        }
    }
}
