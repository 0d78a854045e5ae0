import TestSupport
import Testing

@testable import HTTP

@Suite(.timeLimit(.minutes(1))) struct ConnectionLimitTests {
    private static let request = "GET / HTTP/1.1\r\nHost: a\r\n\r\n"

    private func hold(_ count: Int, on test: TestServer) async throws -> [Idle] {
        try await onOwnThread { [port = test.port] in
            try (0..<count).map { _ in Idle(try RawClient(port: port)) }
        }
    }

    /// A connection that is only held open.
    private final class Idle: @unchecked Sendable {
        // Invariant: used by one thread at a time, in turn.
        let client: RawClient

        init(_ client: RawClient) {
            self.client = client
        }
    }

    @Test func `others are served beside a thousand idle connections`() async throws {
        try await TestServer.run {
            $0.limits.connectionsPerAddress = 2_000
        } routes: { group in
            group.get("/", inline: { _ in .text("root") })
            group.get("/task", task: { _ in .text("task") })
        } _: { test in
            let idle = try await hold(1_000, on: test)
            let text = try await test.exchange(Self.request).text
            #expect(text == "root")
            let text2 = try await test.exchange("GET /task HTTP/1.1\r\nHost: a\r\n\r\n").text
            #expect(text2 == "task")
            let last = try #require(idle.last)
            let again = try await onOwnThread { try last.client.exchange(Self.request).text }
            #expect(again == "root")
        }
    }

    @Test func `an address has so many connections and no more, until it closes one`() async throws {
        try await TestServer.run {
            $0.limits.connectionsPerAddress = 3
        } routes: { group in
            group.get("/", inline: { _ in .text("root") })
        } _: { test in
            var held = try await hold(3, on: test)
            for idle in held { _ = try await onOwnThread { try idle.client.exchange(Self.request) } }
            let isRefused = try await test.talk { try $0.isClosed() }
            #expect(isRefused)
            await test.log.wait {
                if case .connectionRefused(.tooManyFromAddress) = $0 { true } else { false }
            }

            let leaving = held.removeLast()
            _ = try await onOwnThread {
                try leaving.client.exchange("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
            }
            let isClosed = try await onOwnThread { try leaving.client.isClosed() }
            #expect(isClosed)
            // The client hears of the end a moment before the server has counted it.
            var text3: String?
            for _ in 1...200 where text3 == nil {
                text3 = try? await test.exchange(Self.request).text
                if text3 == nil { try await Task.sleep(for: .milliseconds(10)) }
            }
            #expect(text3 == "root")
        }
    }

    @Test func `beyond the limit in all, a connection waits for its turn`() async throws {
        try await TestServer.run {
            $0.eventLoops = 1
            $0.limits.connections = 4
        } routes: { group in
            group.get("/", inline: { _ in .text("root") })
        } _: { test in
            var held = try await hold(4, on: test)
            for idle in held { _ = try await onOwnThread { try idle.client.exchange(Self.request) } }
            async let waiting = test.exchange(Self.request)
            let leaving = held.removeFirst()
            _ = try await onOwnThread {
                try leaving.client.exchange("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
            }
            let served = try await waiting
            #expect(served.text == "root")
        }
    }

    @Test func `a configured proxy may have any number`() async throws {
        try await TestServer.run {
            $0.limits.connectionsPerAddress = 1
            $0.proxies = [AddressRange("127.0.0.0/8")].compactMap { $0 }
        } routes: { group in
            group.get("/", inline: { _ in .text("root") })
        } _: { test in
            let held = try await hold(5, on: test)
            for idle in held {
                let text = try await onOwnThread { try idle.client.exchange(Self.request).text }
                #expect(text == "root")
            }
        }
    }
}
