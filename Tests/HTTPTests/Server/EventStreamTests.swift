import Glibc
import Testing

@testable import HTTP

@Suite(.timeLimit(.minutes(1))) struct EventStreamTests {
    private static let get = "GET / HTTP/1.1\r\nHost: a\r\nLast-Event-ID: 41\r\n\r\n"

    private func following(
        _ source: EventSource,
        _ body: (TestServer) async throws -> Void
    ) async throws {
        try await TestServer.run { group in
            group.get(
                "/",
                inline: { request in
                    let missed = request.headers[.lastEventID].map {
                        ServerSentEvent(data: "after \($0)", id: "42")
                    }
                    return source.response(replay: missed.map { [$0] } ?? [])
                }
            )
        } _: {
            try await body($0)
        }
    }

    @Test func `a client hears what it missed, then what happens`() async throws {
        let source = EventSource()
        try await following(source) { test in
            try await test.talk { client in
                try client.send(Self.get)
                _ = try client.receive(through: "id: 42\ndata: after 41\n\n")
                source.publish(ServerSentEvent(data: "one\ntwo", name: "tiles", id: "43"))
                _ = try client.receive(through: "id: 43\nevent: tiles\ndata: one\ndata: two\n\n")
                source.publish(ServerSentEvent(data: "three"))
                _ = try client.receive(through: "data: three\n\n")
            }
        }
    }

    @Test func `silence is broken by heartbeats`() async throws {
        var limits = EventSource.Limits()
        limits.heartbeat = .milliseconds(100)
        try await following(EventSource(limits: limits)) { test in
            try await test.talk { client in
                try client.send(Self.get)
                for _ in 0..<3 { _ = try client.receive(through: "\n:\n\n") }
            }
        }
    }

    @Test func `a client that does not keep up is dropped and counted, the others go on`() async throws {
        var limits = EventSource.Limits()
        limits.backlogBytes = 10_000
        let source = EventSource(limits: limits)
        try await following(source) { test in
            let event = ServerSentEvent(data: String(repeating: "x", count: 9_000))
            try await onOwnThread { [port = test.port] in
                let slow = try RawClient(port: port, receiveBuffer: 4_096)
                try slow.send(Self.get)
                _ = try slow.receive(through: "after 41\n\n")
                let quick = try RawClient(port: port)
                try quick.send(Self.get)
                _ = try quick.receive(through: "after 41\n\n")
                var sent = 0
                while source.droppedCount == 0, sent < 10_000 {
                    source.publish(event)
                    _ = try quick.receive(through: "x\n\n")
                    sent += 1
                }
            }
            #expect(source.droppedCount == 1)
            await test.log.wait { if case .slowClientDropped = $0 { true } else { false } }
        }
    }

    @Test func `a client that leaves is forgotten`() async throws {
        let source = EventSource()
        try await following(source) { test in
            try await test.talk { client in
                try client.send(Self.get)
                _ = try client.receive(through: "after 41\n\n")
                #expect(source.clientCount == 1)
                client.reset()
            }
            await test.log.wait { if case .requestFinished = $0 { true } else { false } }
            #expect(source.clientCount == 0)
            #expect(source.droppedCount == 0)
        }
    }

    @Test func `more clients than the source takes are told to come back`() async throws {
        var limits = EventSource.Limits()
        limits.clients = 1
        let source = EventSource(limits: limits)
        try await following(source) { test in
            let second = try await onOwnThread { [port = test.port] in
                let first = try RawClient(port: port)
                try first.send(Self.get)
                _ = try first.receive(through: "after 41\n\n")
                return try RawClient(port: port).exchange(Self.get)
            }
            #expect(second.status == 503)
            #expect(second.headers["retry-after"] != nil)
        }
    }
}
