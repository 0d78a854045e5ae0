import Glibc
import Synchronization
import TestSupport
import Testing

@testable import HTTP

@Suite(.timeLimit(.minutes(1))) struct StreamingTests {
    private static let get = "GET / HTTP/1.1\r\nHost: a\r\n\r\n"
    private static let chunk = [UInt8](repeating: 65, count: 50_000)

    private struct Broken: Error {}

    private func streaming(
        count: Int? = nil,
        _ produce: @escaping @Sendable (BodyWriter) async throws -> Void,
        _ body: (TestServer) async throws -> Void
    ) async throws {
        try await TestServer.run { group in
            group.get("/", task: { _ in Response(.ok, body: .stream(ResponseStream(count: count, produce))) })
        } _: {
            try await body($0)
        }
    }

    @Test func `a stream of unknown length arrives whole, and the connection is kept`() async throws {
        try await streaming { writer in
            for _ in 0..<100 { try await writer.write(Self.chunk) }
        } _: { test in
            let counts = try await test.talk { client in
                try (0..<2).map { _ in try client.exchange(Self.get).body.count }
            }
            #expect(counts == [5_000_000, 5_000_000])
        }
    }

    @Test func `a stream of known length says it`() async throws {
        try await streaming(count: 100_000) { writer in
            for _ in 0..<2 { try await writer.write(Self.chunk) }
        } _: { test in
            let response = try await test.exchange(Self.get)
            #expect(response.headers["content-length"] == "100000")
            #expect(response.body.count == 100_000)
        }
    }

    @Test func `a stream that breaks off cuts the connection, so that the client knows`() async throws {
        try await streaming { writer in
            try await writer.write(Self.chunk)
            throw Broken()
        } _: { test in
            await #expect(throws: ClientError.self) { try await test.exchange(Self.get) }
        }
    }

    @Test func `the writer waits for a client that reads slowly`() async throws {
        let written = Atomic(0)
        let isWaiting = Signal()
        try await streaming { writer in
            for count in 0..<2_000 {
                if count == 200 { isWaiting.set() }
                try await writer.write(Self.chunk)
                written.add(1, ordering: .relaxed)
            }
        } _: { test in
            let total = try await onOwnThread { [port = test.port] in
                let client = try RawClient(port: port, receiveBuffer: 4_096)
                try client.send(Self.get)
                _ = try client.receive(through: "\r\n\r\n")
                usleep(300_000)
                // 100 MB are to come; what was written fits the queue and the socket's buffers.
                let early = written.load(ordering: .relaxed)
                return early
            }
            #expect(total < 400)
        }
    }

    @Test func `the writer is told when its client is gone`() async throws {
        let ended = Signal()
        try await streaming { writer in
            defer { ended.set() }
            while true { try await writer.write(Self.chunk) }
        } _: { test in
            try await test.talk { client in
                try client.send(Self.get)
                _ = try client.receive(through: "AAAA")
                client.reset()
            }
            await ended.wait()
        }
    }

    @Test func `HEAD does not run the writer`() async throws {
        try await streaming { _ in
            Issue.record("nobody reads")
        } _: { test in
            let status = try await test.exchange("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n").status
            #expect(status == 200)
        }
    }

    @Test func `a file is sent as it is`() async throws {
        let path = "/tmp/emapa-http-\(getpid())-\(UInt32.random(in: 0 ... .max))"
        let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let file = unsafe open(path, O_CREAT | O_WRONLY | O_EXCL, 0o600)
        let written = unsafe write(file, bytes, bytes.count)
        #expect(written == bytes.count)
        close(file)
        defer { _ = unsafe unlink(path) }
        try await TestServer.run { group in
            group.get("/", task: { _ in Response(.ok, body: .file(try FileBody(opening: path))) })
        } _: { test in
            let bodies = try await test.talk { client in
                try (0..<2).map { _ in try client.exchange(Self.get).body }
            }
            #expect(bodies == [bytes, bytes])
        }
    }
}
