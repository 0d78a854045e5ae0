import Glibc
import TestSupport
import Testing

@testable import HTTP

@Suite(.timeLimit(.minutes(1))) struct StopTests {
    private static let get = "GET / HTTP/1.1\r\nHost: a\r\n\r\n"

    private func start(_ routes: (inout RouteGroup) -> Void) throws -> TestServer {
        let log = EventLog()
        var router = Router(observe: { log.record($0) })
        router.group { routes(&$0) }
        let server = Server(ServerConfiguration(), router: router, observe: { log.record($0) })
        return TestServer(server: server, port: try server.start(), log: log)
    }

    @Test func `a running request is answered, and new connections are refused`() async throws {
        let (started, mayEnd) = (Signal(), Signal())
        let test = try start { group in
            group.get(
                "/",
                task: { _ in
                    started.set()
                    await mayEnd.wait()
                    return .text("finished")
                }
            )
        }
        async let response = test.exchange(Self.get)
        await started.wait()
        async let stopped: Void = test.server.stop(within: .seconds(20))
        try await onOwnThread { [port = test.port] in
            // Refused as soon as the server has begun to stop.
            while (try? RawClient(port: port)) != nil {}
        }
        mayEnd.set()
        let answer = try await response
        #expect(answer.text == "finished")
        #expect(answer.closes)
        await stopped
        await test.log.wait { if case .stopped(abandoned: 0) = $0 { true } else { false } }
    }

    @Test func `idle connections and event streams are closed at once`() async throws {
        let test = try start { tell(EventSource(name: "a"), on: &$0) }
        let following = Signal()
        async let closed = test.talk { client in
            try client.send(Self.get)
            _ = try client.receive(through: "retry: 3000\n\n")
            let idle = try RawClient(port: test.port)
            following.set()
            return (String(decoding: try client.receiveToEnd(), as: UTF8.self), try idle.isClosed())
        }
        await following.wait()
        let clock = ContinuousClock()
        let began = clock.now
        await test.server.stop(within: .seconds(20))
        #expect(clock.now - began < .seconds(10))
        let (tail, isIdleClosed) = try await closed
        // The last chunk: the stream ended in good order.
        #expect(tail.hasSuffix("0\r\n\r\n"))
        #expect(isIdleClosed)
    }

    @Test func `a client that reads no events does not hold up the stop`() async throws {
        let source = EventSource(name: "a")
        let test = try start { tell(source, on: &$0) }
        let (isFull, mayLeave) = (Signal(), Signal())
        async let left: Void = onOwnThread {
            let slow = try RawClient(port: test.port, receiveBuffer: 4_096)
            try slow.send(Self.get)
            _ = try slow.receive(through: "data: {}\n\n")
            let event = ServerSentEvent(data: String(repeating: "x", count: 250_000))
            // More than the sockets hold of it; the rest waits for the client.
            for _ in 0..<2 { source.publish(event) }
            isFull.set()
            while !mayLeave.isSetNow { usleep(1_000) }
            withExtendedLifetime(slow) {}
        }
        await isFull.wait()
        let clock = ContinuousClock()
        let began = clock.now
        await test.server.stop(within: .seconds(20))
        #expect(clock.now - began < .seconds(10))
        mayLeave.set()
        try await left
    }

    private func tell(_ source: EventSource, on group: inout RouteGroup) {
        group.get(
            "/",
            inline: { _ in
                let greeting = ServerSentEvent(data: "{}")
                return source.response(after: nil, greeting: { greeting }, loss: { greeting })
            }
        )
    }

    @Test func `what does not end in time is cut`() async throws {
        let (started, cancelled) = (Signal(), Signal())
        let test = try start { group in
            group.get(
                "/",
                task: { _ in
                    started.set()
                    await withTaskCancellationHandler {
                        await cancelled.wait()
                    } onCancel: {
                        cancelled.set()
                    }
                    return .text("never sent")
                }
            )
        }
        async let answer = test.talk { client in
            try client.send(Self.get)
            return try client.receive()
        }
        await started.wait()
        await test.server.stop(within: .milliseconds(100))
        await cancelled.wait()
        let response = try await answer
        #expect(response == nil)
        await test.log.wait { if case .stopped(abandoned: 1) = $0 { true } else { false } }
    }

    @Test func `stopping twice does nothing more`() async throws {
        let test = try start { $0.get("/", inline: { _ in .text("root") }) }
        await test.server.stop(within: .seconds(1))
        await test.server.stop(within: .seconds(1))
    }

    @Test func `a port that is taken is a typed error`() async throws {
        let test = try start { $0.get("/", inline: { _ in .text("root") }) }
        let second = Server(ServerConfiguration(port: test.port), router: Router())
        #expect(throws: ServerError.self) { try second.start() }
        await test.server.stop(within: .seconds(1))
        let nowhere = Server(ServerConfiguration(address: "localhost"), router: Router())
        #expect(throws: ServerError.badAddress("localhost")) { try nowhere.start() }
    }
}
