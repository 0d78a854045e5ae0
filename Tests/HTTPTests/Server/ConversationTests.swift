import TestSupport
import Testing

@testable import HTTP

/// Several requests on one connection, and the ways of HTTP that every client relies on.
@Suite(.timeLimit(.minutes(1))) struct ConversationTests {
    private static func routes(_ group: inout RouteGroup) {
        group.get("/", inline: { _ in .text("root") })
        group.get("/task", task: { _ in .text("task") })
        group.post("/echo", task: { request in Response(.text, request.body) })
        group.get("/where", inline: { .text("\($0.origin.base.text) \($0.remoteAddress)") })
        group.get("/big", inline: { _ in Response(.bytes, [UInt8](repeating: 7, count: 1_000_000)) })
    }

    private func run(_ body: (TestServer) async throws -> Void) async throws {
        try await TestServer.run(routes: Self.routes, body)
    }

    @Test func `a connection is kept for the next request`() async throws {
        try await run { test in
            let texts = try await test.talk { client in
                try (0..<5).map {
                    try client.exchange("GET /\($0 % 2 == 0 ? "" : "task") HTTP/1.1\r\nHost: a\r\n\r\n").text
                }
            }
            #expect(texts == ["root", "task", "root", "task", "root"])
        }
    }

    @Test func `pipelined requests are answered in order`() async throws {
        try await run { test in
            let texts = try await test.talk { client in
                try client.send(
                    String(
                        repeating: "GET /task HTTP/1.1\r\nHost: a\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n",
                        count: 10
                    )
                        + "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nlast"
                )
                return try (0..<21).map { _ in try client.receive()?.text }
            }
            #expect(texts == Array(repeating: ["task", "root"], count: 10).flatMap { $0 } + ["last"])
        }
    }

    @Test func `HTTP 1 point 0 closes after the answer unless asked to keep the connection`() async throws {
        try await run { test in
            let (first, isClosed) = try await test.talk { client in
                (try client.exchange("GET / HTTP/1.0\r\n\r\n"), try client.isClosed())
            }
            #expect(first.status == 200)
            #expect(isClosed)
            let second = try await test.talk { client in
                _ = try client.exchange("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
                return try client.exchange("GET /task HTTP/1.0\r\nConnection: keep-alive\r\n\r\n").text
            }
            #expect(second == "task")
        }
    }

    @Test func `Connection close is obeyed`() async throws {
        try await run { test in
            let isClosed = try await test.talk { client in
                _ = try client.exchange("GET /task HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                return try client.isClosed()
            }
            #expect(isClosed)
        }
    }

    @Test func `HEAD has the head of GET and no body`() async throws {
        try await run { test in
            let (head, next) = try await test.talk { client in
                (
                    try client.exchange("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n"),
                    try client.exchange("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
                )
            }
            #expect(head.status == 200)
            #expect(head.headers["content-length"] == "4")
            #expect(next.text == "root")
        }
    }

    @Test func `OPTIONS lists the methods, of a path and of the server`() async throws {
        try await run { test in
            let path = try await test.exchange("OPTIONS /echo HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(path.status == 204)
            #expect(path.headers["allow"] == "OPTIONS, POST")
            let server = try await test.exchange("OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(server.status == 204)
        }
    }

    @Test func `a client that expects 100 Continue is told to go on`() async throws {
        try await run { test in
            let (interim, final) = try await test.talk { client in
                try client.send(
                    "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n"
                )
                let interim = try client.receive(through: "\r\n\r\n")
                try client.send("abc")
                return (interim, try client.receive())
            }
            #expect(interim.hasPrefix("HTTP/1.1 100 "))
            #expect(final?.text == "abc")
        }
    }

    @Test func `a chunked body is put together`() async throws {
        try await run { test in
            let response = try await test.exchange(
                "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: Chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n"
            )
            #expect(response.text == "abcde")
        }
    }

    @Test func `an absolute target is taken like its path`() async throws {
        try await run { test in
            let text = try await test.exchange("GET http://A:80/task HTTP/1.1\r\nHost: a:80\r\n\r\n").text
            #expect(text == "task")
            let text2 = try await test.exchange("GET http://a HTTP/1.1\r\nHost: a\r\n\r\n").text
            #expect(text2 == "root")
        }
    }

    @Test func `a percent-encoded path finds its route`() async throws {
        try await run { test in
            let text3 = try await test.exchange("GET /%74%61sk?x=%20 HTTP/1.1\r\nHost: a\r\n\r\n").text
            #expect(text3 == "task")
        }
    }

    @Test func `an answer larger than the socket's buffers arrives whole`() async throws {
        try await run { test in
            let response = try await test.exchange("GET /big HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(response.body == [UInt8](repeating: 7, count: 1_000_000))
        }
    }

    @Test func `the address of the client and of the service are known`() async throws {
        try await run { test in
            let request = "GET /where HTTP/1.1\r\nHost: map.example:8311\r\nX-Forwarded-For: 10.1.1.1\r\n\r\n"
            let text4 = try await test.exchange(request).text
            #expect(text4 == "http://map.example:8311 127.0.0.1")
        }
    }

    @Test func `a finished request is told by its pattern, never by its path`() async throws {
        try await TestServer.run { group in
            group.get("/reports/{number}", inline: { _ in .text("four") })
        } _: { test in
            let request = "GET /reports/77?secret=1 HTTP/1.1\r\nHost: a\r\nX-Request-Id: abcdefgh-1\r\n\r\n"
            let response = try await test.exchange(request)
            #expect(response.headers["x-request-id"] == "abcdefgh-1")
            await test.log.wait { if case .requestFinished = $0 { true } else { false } }
            let record = try #require(test.log.finished.first)
            #expect(record.route == "/reports/{number}")
            #expect(record.status == .ok)
            #expect(record.bodyBytes == 4)
            #expect(record.id.text == "abcdefgh-1")
            #expect(record.isComplete)
            #expect(record.duration < .seconds(5))
        }
    }
}
