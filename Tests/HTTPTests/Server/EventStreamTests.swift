import Glibc
import TestSupport
import Testing

@testable import HTTP

@Suite(.timeLimit(.minutes(1))) struct EventStreamTests {
    private static let get = "GET / HTTP/1.1\r\nHost: a\r\n\r\n"
    private static let greeting = "id: a-0\nevent: hello\ndata: {}\n\n"

    private static func get(after id: String) -> String {
        "GET / HTTP/1.1\r\nHost: a\r\nLast-Event-ID: \(id)\r\n\r\n"
    }

    private func following(
        _ source: EventSource,
        _ body: (TestServer) async throws -> Void
    ) async throws {
        try await TestServer.run { group in
            group.get(
                "/",
                inline: { request in
                    source.response(
                        after: request.headers[.lastEventID],
                        greeting: { ServerSentEvent(data: "{}", name: "hello") },
                        loss: { ServerSentEvent(data: "{}", name: "reset") }
                    )
                }
            )
        } _: {
            try await body($0)
        }
    }

    @Test func `a client is greeted, then hears what happens`() async throws {
        let source = EventSource(name: "a")
        try await following(source) { test in
            try await test.talk { client in
                try client.send(Self.get)
                _ = try client.receive(through: "retry: 3000\n\n" + Self.greeting)
                source.publish(ServerSentEvent(data: "one\ntwo", name: "tiles"))
                _ = try client.receive(through: "id: a-1\nevent: tiles\ndata: one\ndata: two\n\n")
                source.publish(ServerSentEvent(data: "three"))
                _ = try client.receive(through: "id: a-2\ndata: three\n\n")
            }
        }
    }

    @Test func `a client that comes back hears what it missed`() async throws {
        let source = EventSource(name: "a")
        for word in ["one", "two", "three"] { source.publish(ServerSentEvent(data: word)) }
        try await following(source) { test in
            try await test.talk { client in
                try client.send(Self.get(after: "a-1"))
                let missed = "id: a-2\ndata: two\n\nid: a-3\ndata: three\n\n"
                _ = try client.receive(through: "retry: 3000\n\n" + missed)
                source.publish(ServerSentEvent(data: "four"))
                _ = try client.receive(through: "id: a-4\ndata: four\n\n")
            }
        }
    }

    @Test(arguments: ["b-1", "a-3", "a", "", "a-", "a--1", "a-99999999999999999999"])
    func `a client whose past is not known is told so, and where it stands`(id: String) async throws {
        let source = EventSource(name: "a")
        for word in ["one", "two"] { source.publish(ServerSentEvent(data: word)) }
        try await following(source) { test in
            try await test.talk { client in
                try client.send(Self.get(after: id))
                let kind = id.isEmpty ? "hello" : "reset"
                let first = "id: a-2\nevent: \(kind)\ndata: {}\n\n"
                _ = try client.receive(through: "retry: 3000\n\n" + first)
            }
        }
    }

    @Test func `whoever comes and goes while events are published misses none of them`() async throws {
        let total = 2_000
        // Who may be as slow as on a busy machine has to find all that it missed, not be told that it missed too much.
        var limits = EventSource.Limits()
        limits.journalEvents = total
        let source = EventSource(name: "a", limits: limits)
        try await following(source) { test in
            async let published: Void = onOwnThread {
                for number in 1...total {
                    source.publish(ServerSentEvent(data: "\(number)"))
                    if number.isMultiple(of: 20) { usleep(1_000) }
                }
            }
            let heard = try await onOwnThread { [port = test.port] in
                var heard: [Int] = []
                while heard.count < total {
                    let client = try RawClient(port: port)
                    try client.send(Self.get(after: "a-\(heard.count)"))
                    for _ in 0..<min(37, total - heard.count) {
                        _ = try client.receive(through: "\ndata: ")
                        let number = try client.receive(through: "\n\n")
                        heard.append(Int(number.dropLast(2)) ?? 0)
                    }
                }
                return heard
            }
            try await published
            #expect(heard == Array(1...total))
        }
    }

    @Test func `silence is broken by heartbeats`() async throws {
        var limits = EventSource.Limits()
        limits.heartbeat = .milliseconds(100)
        try await following(EventSource(name: "a", limits: limits)) { test in
            try await test.talk { client in
                try client.send(Self.get)
                for _ in 0..<3 { _ = try client.receive(through: "\n:\n\n") }
            }
        }
    }

    @Test func `a client that does not keep up is dropped and counted, the others go on`() async throws {
        var limits = EventSource.Limits()
        limits.backlogBytes = 10_000
        let source = EventSource(name: "a", limits: limits)
        try await following(source) { test in
            let event = ServerSentEvent(data: String(repeating: "x", count: 9_000))
            try await onOwnThread { [port = test.port] in
                let slow = try RawClient(port: port, receiveBuffer: 4_096)
                try slow.send(Self.get)
                _ = try slow.receive(through: Self.greeting)
                let quick = try RawClient(port: port)
                try quick.send(Self.get)
                _ = try quick.receive(through: Self.greeting)
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
        let source = EventSource(name: "a")
        try await following(source) { test in
            try await test.talk { client in
                try client.send(Self.get)
                _ = try client.receive(through: Self.greeting)
                #expect(source.clientCount == 1)
                client.reset()
            }
            await test.log.wait {
                if case .requestFinished(let record) = $0 { record.isFollowing } else { false }
            }
            #expect(source.clientCount == 0)
            #expect(source.droppedCount == 0)
        }
    }

    @Test func `more clients than the source takes are told to come back`() async throws {
        var limits = EventSource.Limits()
        limits.clients = 1
        let source = EventSource(name: "a", limits: limits)
        try await following(source) { test in
            let second = try await onOwnThread { [port = test.port] in
                let first = try RawClient(port: port)
                try first.send(Self.get)
                _ = try first.receive(through: Self.greeting)
                return try RawClient(port: port).exchange(Self.get)
            }
            #expect(second.status == 503)
            #expect(second.headers["retry-after"] != nil)
        }
    }
}
