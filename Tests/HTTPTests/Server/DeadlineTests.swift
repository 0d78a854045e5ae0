import Glibc
import TestSupport
import Testing

@testable import HTTP

@Suite(.timeLimit(.minutes(1))) struct DeadlineTests {
    /// Sends a byte every 20 ms until the server has had enough; says how many it took.
    private static func drip(_ bytes: String, on client: RawClient) throws -> Int {
        for (count, byte) in bytes.utf8.enumerated() {
            do {
                try client.send([byte])
            } catch {
                return count
            }
            usleep(20_000)
        }
        return bytes.utf8.count
    }

    private static let endless = String(repeating: "x", count: 500)

    @Test func `a head that drips is cut while others are served`() async throws {
        try await TestServer.run {
            $0.limits.idle = .milliseconds(300)
        } routes: { group in
            group.get("/", inline: { _ in .text("root") })
        } _: { test in
            async let dripped = test.talk {
                try Self.drip("GET / HTTP/1.1\r\nHost: a\r\nX: " + Self.endless, on: $0)
            }
            let status = try await test.exchange("GET / HTTP/1.1\r\nHost: a\r\n\r\n").status
            #expect(status == 200)
            let count = try await dripped
            #expect(count < 100)
            await test.log.wait { if case .connectionCut(.awaitingHead) = $0 { true } else { false } }
        }
    }

    @Test func `a head that drips after an answered request is cut`() async throws {
        try await TestServer.run {
            $0.limits.idle = .milliseconds(300)
        } routes: { group in
            group.get("/", inline: { _ in .text("root") })
        } _: { test in
            let dripped = try await test.talk { client in
                _ = try client.exchange("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
                return try Self.drip("GET / HTTP/1.1\r\nHost: a\r\nX: " + Self.endless, on: client)
            }
            #expect(dripped < 100)
        }
    }

    @Test func `a body that drips is cut`() async throws {
        try await TestServer.run {
            $0.limits.body = .milliseconds(300)
        } routes: { group in
            group.post("/", task: { _ in .text("posted") })
        } _: { test in
            let dripped = try await test.talk { client in
                try client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 500\r\n\r\n")
                return try Self.drip(Self.endless, on: client)
            }
            #expect(dripped < 100)
            await test.log.wait { if case .connectionCut(.receivingBody) = $0 { true } else { false } }
        }
    }

    @Test func `an idle connection is closed`() async throws {
        try await TestServer.run {
            $0.limits.idle = .milliseconds(200)
        } routes: { group in
            group.get("/", inline: { _ in .text("root") })
        } _: { test in
            let atOnce = try await test.talk { try $0.isClosed() }
            #expect(atOnce)
            let afterAnswer = try await test.talk { client in
                _ = try client.exchange("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
                return try client.isClosed()
            }
            #expect(afterAnswer)
        }
    }

    @Test func `a client that does not take its answer is cut`() async throws {
        try await TestServer.run {
            $0.limits.send = .milliseconds(200)
            $0.limits.slowestDownload = 100_000_000
        } routes: { group in
            group.get("/", inline: { _ in Response(.bytes, [UInt8](repeating: 1, count: 20_000_000)) })
        } _: { test in
            try await onOwnThread { [port = test.port] in
                let client = try RawClient(port: port, receiveBuffer: 4_096)
                try client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
                _ = try client.receive(through: "\r\n\r\n")
                usleep(800_000)
                _ = try? client.receiveToEnd()
            }
            await test.log.wait { if case .connectionCut(.sending) = $0 { true } else { false } }
            await test.log.wait {
                if case .requestFinished(let record) = $0 { !record.isComplete } else { false }
            }
        }
    }

    @Test func `a task that takes too long is cancelled, and its client told`() async throws {
        let cancelled = Signal()
        try await TestServer.run {
            $0.limits.answer = .milliseconds(200)
        } routes: { group in
            group.get(
                "/",
                task: { _ in
                    await withTaskCancellationHandler {
                        await cancelled.wait()
                    } onCancel: {
                        cancelled.set()
                    }
                    return .text("too late")
                }
            )
        } _: { test in
            let response = try await test.exchange("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(response.status == 503)
            #expect(response.text.contains(#""code":"deadline""#))
            #expect(response.headers["retry-after"] == "5")
            await cancelled.wait()
        }
    }
}
