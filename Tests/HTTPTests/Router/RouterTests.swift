import Synchronization
import Testing

@testable import HTTP

struct RouterTests {
    private enum Refused: Error { case always }

    private static let router: Router = {
        var router = Router()
        router.group("/open", cors: .publicReads) { group in
            group.get("/items", inline: { _ in .text("items") })
            group.post("/items", bodyLimit: 5, task: { Response(.text, $0.body, status: .created) })
            group.get("/items/{n}", inline: { .text("\(try $0.parameters.integer("n", in: 0...9))") })
        }
        router.group("/own", cors: CORS(.listed(["https://ours.example"]))) { group in
            group.get("/items", inline: { _ in .text("own") })
        }
        router.group("/closed", check: { _ in throw Problem.noSuchPlace }) { group in
            group.post("/items", task: { _ in .text("never") })
            group.group("/inner") { $0.get("/x", inline: { _ in .text("never") }) }
        }
        return router
    }()

    private func respond(
        _ method: HTTP.Method,
        _ path: String,
        _ headers: [(HeaderName, HeaderValue)] = [],
        body: [UInt8] = []
    ) async throws -> Response {
        await Self.router.respond(to: try Request(method, path, headers: headers, body: body))
    }

    @Test func `another method is answered 405 with those that there are`() async throws {
        let response = try await respond(.delete, "/open/items")
        #expect(response.status == .methodNotAllowed)
        #expect(response.headers[.allow] == "GET, HEAD, OPTIONS, POST")
    }

    @Test func `HEAD is answered like GET`() async throws {
        #expect(try await respond(.head, "/open/items").status == .ok)
    }

    @Test func `a body beyond the route's limit is refused`() async throws {
        #expect(try await respond(.post, "/open/items", body: Array("12345".utf8)).status == .created)
        #expect(
            try await respond(.post, "/open/items", body: Array("123456".utf8)).status == .contentTooLarge
        )
    }

    @Test(arguments: ["10", "-1", "01", "+1", "x", "1.0", "99999999999999999999"])
    func `a part of a path that is not of its kind is not found`(text: String) async throws {
        #expect(try await respond(.get, "/open/items/\(text)").status == .notFound)
    }

    @Test func `what everyone may read says so, in errors too`() async throws {
        for path in ["/open/items", "/open/items/x"] {
            let response = try await respond(.get, path, [(.origin, "https://any.example")])
            #expect(response.headers[.allowOrigin] == "*")
            #expect(response.headers["Cross-Origin-Resource-Policy"] == "cross-origin")
        }
        #expect(try await respond(.delete, "/open/items").headers[.allowOrigin] == "*")
    }

    @Test func `a listed origin may read, another may not`() async throws {
        let ours = try await respond(.get, "/own/items", [(.origin, "https://ours.example")])
        #expect(ours.headers[.allowOrigin] == "https://ours.example")
        #expect(ours.headers[.vary] == "Origin")
        let foreign = try await respond(.get, "/own/items", [(.origin, "https://foreign.example")])
        #expect(foreign.headers[.allowOrigin] == nil)
        #expect(foreign.headers[.vary] == "Origin")
    }

    @Test func `a preflight is answered with methods and headers`() async throws {
        let response = try await respond(
            .options,
            "/open/items",
            [(.origin, "https://any.example"), (.preflightMethod, "POST")]
        )
        #expect(response.status == .noContent)
        #expect(response.headers[.allowMethods] == "GET, HEAD, OPTIONS, POST")
        #expect(response.headers[.allowHeaders]?.contains("Authorization") == true)
        #expect(response.headers[.preflightAge] == "7200")
        let plain = try await respond(.options, "/open/items")
        #expect(plain.headers[.allowMethods] == nil)
    }

    @Test func `a group's check answers before its handlers, in inner groups too`() async throws {
        #expect(try await respond(.post, "/closed/items").status == .notFound)
        #expect(try await respond(.get, "/closed/inner/x").status == .notFound)
    }

    @Test func `every answer is guarded and named`() async throws {
        for path in ["/open/items", "/nowhere"] {
            let headers = try await respond(.get, path, [(.requestID, "my-request-1")]).headers
            #expect(headers[.requestID] == "my-request-1")
            #expect(headers["X-Content-Type-Options"] == "nosniff")
            #expect(headers["Referrer-Policy"] == "same-origin")
            #expect(headers[.contentSecurityPolicy]?.hasPrefix("default-src 'none'") == true)
            #expect(headers["Strict-Transport-Security"] == nil)
        }
    }

    @Test func `a page may load its own scripts, and https is kept where it is used`() async throws {
        var router = Router(secure: true)
        router.group { group in
            group.get(
                "/",
                inline: { _ in
                    var response = Response(.html, Array("<p>".utf8))
                    response.policy = .page
                    return response
                }
            )
        }
        let headers = await router.respond(to: try Request(.get, "/")).headers
        #expect(headers[.contentSecurityPolicy]?.contains("script-src 'self'") == true)
        #expect(headers["Strict-Transport-Security"] != nil)
    }

    @Test func `an unforeseen error is told to the observer, not to the client`() async throws {
        let failures = Mutex<[HandlerFailure]>([])
        var router = Router(observe: { event in
            if case .handlerFailed(let failure) = event { failures.withLock { $0.append(failure) } }
        })
        router.group { $0.get("/x", task: { _ in throw Refused.always }) }
        let response = await router.respond(to: try Request(.get, "/x"))
        #expect(response.status == .internalError)
        let seen = failures.withLock { $0 }
        #expect(seen.map(\.route) == ["/x"])
        #expect(seen.first?.description.contains("Refused") == true)
    }
}
