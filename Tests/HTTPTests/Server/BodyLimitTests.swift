import Glibc
import TestSupport
import Testing

@testable import HTTP

@Suite(.timeLimit(.minutes(1))) struct BodyLimitTests {
    private func run(_ body: (TestServer) async throws -> Void) async throws {
        try await TestServer.run { group in
            group.get("/", inline: { _ in .text("root") })
            group.post("/echo", bodyLimit: 10, task: { Response(.text, $0.body) })
            group.post("/form", bodyLimit: 10, formLimit: 20, task: { Response(.text, $0.body) })
        } _: {
            try await body($0)
        }
    }

    @Test func `a body of exactly the limit is taken`() async throws {
        try await run { test in
            let request = "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n0123456789"
            let text = try await test.exchange(request).text
            #expect(text == "0123456789")
        }
    }

    @Test func `a longer one is refused by its announced length, before it is sent`() async throws {
        try await run { test in
            let request = "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 11\r\n\r\n"
            let response = try await test.exchange(request)
            #expect(response.status == 413)
            #expect(response.closes)
            #expect(response.text.contains(#""code":"body-too-large""#))
        }
    }

    @Test func `a client that expects 100 Continue is refused instead`() async throws {
        try await run { test in
            let head = "Host: a\r\nContent-Length: 11\r\nExpect: 100-continue\r\n\r\n"
            let status2 = try await test.exchange("POST /echo HTTP/1.1\r\n" + head).status
            #expect(status2 == 413)
            let status3 = try await test.exchange("POST /nowhere HTTP/1.1\r\n" + head).status
            #expect(status3 == 404)
        }
    }

    @Test func `chunks are counted`() async throws {
        try await run { test in
            let head = "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
            let response = try await test.exchange(head + "6\r\n012345\r\n6\r\n012345\r\n0\r\n\r\n")
            #expect(response.status == 413)
            #expect(response.closes)
            let text = try await test.exchange(head + "6\r\n012345\r\n4\r\n0123\r\n0\r\n\r\n").text
            #expect(text == "0123450123")
        }
    }

    @Test func `a client that sends chunks without end is cut`() async throws {
        try await run { test in
            let head = "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
            let wasCut = try await test.talk { client in
                try client.send(head)
                let chunk = "1000\r\n" + String(repeating: "x", count: 4_096) + "\r\n"
                do {
                    for _ in 0..<100_000 { try client.send(chunk) }
                    return false
                } catch {
                    return true
                }
            }
            #expect(wasCut)
        }
    }

    @Test func `a body that nobody wants is passed over, and the connection kept`() async throws {
        try await run { test in
            let (refused, next) = try await test.talk { client in
                (
                    try client.exchange("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello"),
                    try client.exchange("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
                )
            }
            #expect(refused.status == 405)
            #expect(refused.headers["allow"] == "GET, HEAD, OPTIONS")
            #expect(next.text == "root")
        }
    }

    @Test func `a body where none belongs is refused`() async throws {
        try await run { test in
            let request = "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello"
            let status4 = try await test.exchange(request).status
            #expect(status4 == 413)
        }
    }

    @Test func `a form with files may be longer than another body of the same route`() async throws {
        try await run { test in
            let form = "Content-Type: multipart/form-data; boundary=a\r\n"
            func status(_ type: String, _ length: Int) async throws -> Int {
                let head = "POST /form HTTP/1.1\r\nHost: a\r\n\(type)Content-Length: \(length)\r\n\r\n"
                return try await test.exchange(head + String(repeating: "x", count: length)).status
            }
            let statuses = [
                try await status(form, 20), try await status(form, 21), try await status("", 10),
                try await status("", 11), try await status("Content-Type: application/json\r\n", 20),
            ]
            #expect(statuses == [200, 413, 200, 413, 413])
        }
    }

    @Test func `large bodies that wait leave room for others, and are forgotten with their end`() async throws
    {
        let large = 100_000
        let head = "POST /large HTTP/1.1\r\nHost: a\r\nContent-Length: \(large)\r\n\r\n"
        try await TestServer.run { configuration in
            configuration.limits.heldBodyBytes = 250_000
            configuration.limits.heldBodyBytesPerAddress = 150_000
        } routes: { group in
            group.post("/large", bodyLimit: large, task: { .text("\($0.body.count)") })
        } _: { test in
            let (refused, small) = try await test.talk { _ in
                // Its event loop reads the one that waits when it comes to it, at times after the other was answered.
                for _ in 0..<50 {
                    let waiting = try RawClient(port: test.port)
                    try waiting.send(head + String(repeating: "x", count: large - 1))
                    usleep(20_000)
                    let refused = try RawClient(port: test.port)
                        .exchange(head + String(repeating: "x", count: large))
                    guard refused.status == 503 else { continue }
                    let small = try RawClient(port: test.port)
                        .exchange("POST /large HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello")
                    waiting.reset()
                    return (refused, small)
                }
                throw ClientError.timedOut
            }
            #expect(refused.status == 503 && refused.headers["retry-after"] == "5")
            #expect(small.text == "5")
            // The connection's end is noticed by its event loop, not by us.
            var text = ""
            for _ in 0..<100 where text != "100000" {
                text = try await test.exchange(head + String(repeating: "x", count: large)).text
                if text != "100000" { try await Task.sleep(for: .milliseconds(50)) }
            }
            #expect(text == "100000")
        }
    }
}
