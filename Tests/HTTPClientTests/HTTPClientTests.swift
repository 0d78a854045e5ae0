import HTTP
import TestSupport
import Testing

@testable import HTTPClient

@Suite(.timeLimit(.minutes(1)))
struct HTTPClientTests {
    private func client(_ configure: (inout HTTPClientSettings) -> Void = { _ in }) -> HTTPClient {
        var settings = HTTPClientSettings(name: "client-test")
        settings.deadline = .seconds(20)
        settings.connectTimeout = .seconds(5)
        configure(&settings)
        return HTTPClient(settings)
    }

    private func error(_ body: () async throws -> Void) async throws -> HTTPClientError? {
        do {
            try await body()
            return nil
        } catch let error as HTTPClientError {
            return error
        }
    }

    @Test func `an answer comes with its status, headers and body`() async throws {
        let answer = try await LocalService.run { group in
            group.get(
                "/greeting",
                task: { request in
                    .text(
                        "hello \(request.query.first("name") ?? "") from \(request.headers["User-Agent"] ?? "")"
                    )
                }
            )
        } _: { base in
            let address = try #require(ServiceAddress(base))
            return try await client().get(address.appending("/greeting", query: [("name", "Łukasz & co")]))
        }
        #expect(answer.status == 200)
        #expect(String(decoding: answer.body, as: UTF8.self) == "hello Łukasz & co from Emapa")
        #expect(answer.headers[.contentType]?.hasPrefix("text/plain") == true)
    }

    @Test(arguments: [Method.put, .post, .delete, .get, .head])
    func `every method carries its headers, and its body where it has one`(method: Method) async throws {
        let body: [UInt8]? = method == .put || method == .post ? Array("Dziura".utf8) : nil
        let answer = try await LocalService.run { group in
            let echo: @Sendable (Request) -> Response = { request in
                let type = request.headers[.contentType] ?? "none"
                let mark = request.headers["X-Mark"] ?? "none"
                var response = Response.text(
                    "\(request.method.rawValue) \(type) \(mark) \(String(decoding: request.body, as: UTF8.self))"
                )
                response.headers.set("X-Method", HeaderValue(request.method.rawValue) ?? "-")
                return response
            }
            group.get("/thing", task: echo)
            group.post("/thing", task: echo)
            group.put("/thing", task: echo)
            group.delete("/thing", task: echo)
        } _: { base in
            var headers = Headers()
            headers.add("X-Mark", "yes")
            return try await client().send(
                OutgoingRequest(method, base + "/thing", headers: headers, body: body)
            )
        }
        #expect(answer.status == 200)
        let text = String(decoding: answer.body, as: UTF8.self)
        let expected = "\(method.rawValue) none yes \(body == nil ? "" : "Dziura")"
        #expect(text == (method == .head ? "" : expected))
    }

    @Test func `an empty body is a body`() async throws {
        let answer = try await LocalService.run { group in
            group.put("/thing", task: { .text($0.headers["Content-Length"] ?? "none") })
        } _: { base in
            try await client().send(OutgoingRequest(.put, base + "/thing", body: []))
        }
        #expect(String(decoding: answer.body, as: UTF8.self) == "0")
    }

    @Test func `a redirect is an answer like others, and is not followed`() async throws {
        let failure = try await LocalService.run { group in
            group.get("/here", task: { _ in Response.redirect(to: "/there") ?? Response(.ok) })
            group.get("/there", task: { _ in .text("followed") })
        } _: { base in
            try await error { _ = try await client().get(base + "/here") }
        }
        #expect(failure == .status(303))
    }

    @Test(arguments: [
        "file:///etc/hostname", "ftp://127.0.0.1/", "gopher://127.0.0.1/", "scp://127.0.0.1/", "nonsense", "",
    ])
    func `other schemes than http and https are never spoken`(url: String) async throws {
        let failure = try await error { _ = try await client().get(url) }
        guard case .unreachable? = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
    }

    @Test func `where nobody listens, nobody is reached`() async throws {
        let failure = try await error { _ = try await client().get("http://127.0.0.1:1/") }
        guard case .unreachable? = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
    }

    @Test func `the deadline cuts an answer that does not come`() async throws {
        let start = ContinuousClock.now
        let failure = try await LocalService.run { group in
            group.get(
                "/slow",
                task: { _ in
                    try await Patience.beyond()
                    return .text("late")
                }
            )
        } _: { base in
            try await error { _ = try await client { $0.deadline = .milliseconds(300) }.get(base + "/slow") }
        }
        #expect(failure == .timedOut)
        #expect(ContinuousClock.now - start < .seconds(15))
    }

    @Test func `the deadline cuts an answer that drips`() async throws {
        let failure = try await LocalService.run { group in
            group.get(
                "/drip",
                task: { _ in
                    let stream = ResponseStream { writer in
                        while true {
                            try await writer.write([46])
                            try await Task.sleep(for: .milliseconds(20))
                        }
                    }
                    return Response(.ok, body: .stream(stream))
                }
            )
        } _: { base in
            try await error { _ = try await client { $0.deadline = .milliseconds(300) }.get(base + "/drip") }
        }
        #expect(failure == .timedOut)
    }

    @Test(arguments: [true, false])
    func `an answer beyond its bound is cut, told or not`(isTold: Bool) async throws {
        let failure = try await LocalService.run { group in
            group.get(
                "/much",
                task: { _ in
                    let stream = ResponseStream(count: isTold ? 100_000 : nil) { writer in
                        for _ in 0..<100 { try await writer.write([UInt8](repeating: 46, count: 1_000)) }
                    }
                    return Response(.ok, body: .stream(stream))
                }
            )
        } _: { base in
            try await error { _ = try await client { $0.longestAnswer = 50_000 }.get(base + "/much") }
        }
        #expect(failure == .tooLarge(limit: 50_000))
    }

    @Test func `an answer as long as the bound is taken`() async throws {
        let answer = try await LocalService.run { group in
            group.get("/enough", task: { _ in Response(.bytes, [UInt8](repeating: 7, count: 50_000)) })
        } _: { base in
            try await client { $0.longestAnswer = 50_000 }.get(base + "/enough")
        }
        #expect(answer.body.count == 50_000)
    }

    @Test func `an answer that breaks off is broken`() async throws {
        let failure = try await LocalService.run { group in
            group.get(
                "/half",
                task: { _ in
                    struct Lost: Error {}
                    let stream = ResponseStream(count: 1_000) { writer in
                        try await writer.write([1, 2, 3])
                        throw Lost()
                    }
                    return Response(.ok, body: .stream(stream))
                }
            )
        } _: { base in
            try await error { _ = try await client().get(base + "/half") }
        }
        guard case .broken? = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
    }

    @Test func `cancelling the task ends its request`() async throws {
        let failure = try await LocalService.run { group in
            group.get(
                "/slow",
                task: { _ in
                    try await Patience.beyond()
                    return .text("late")
                }
            )
        } _: { base in
            let client = client()
            let task = Task { try await error { _ = try await client.get(base + "/slow") } }
            task.cancel()
            return try await task.value
        }
        #expect(failure == .cancelled)
    }

    @Test func `what waits longer than its deadline is not sent any more`() async throws {
        let failures = try await LocalService.run { group in
            group.get(
                "/slow",
                task: { _ in
                    try await Patience.beyond()
                    return .text("late")
                }
            )
        } _: { base in
            let client = client {
                $0.workers = 1
                $0.deadline = .milliseconds(400)
            }
            return try await withThrowingTaskGroup(of: HTTPClientError?.self) { tasks in
                for _ in 0..<5 {
                    tasks.addTask { try await error { _ = try await client.get(base + "/slow") } }
                }
                return try await tasks.reduce(into: []) { $0.append($1) }
            }
        }
        #expect(failures == [HTTPClientError?](repeating: .timedOut, count: 5))
    }

    @Test func `a closed client answers at once`() async throws {
        let client = client()
        client.close()
        let failure = try await error { _ = try await client.get("http://127.0.0.1:1/") }
        #expect(failure == .closed)
    }
}
