import Formats
import Ledger
import PostgreSQL
import Synchronization
import TestSupport
import Testing

@testable import Doors
@testable import HTTP

@Suite(.timeLimit(.minutes(1)))
struct AccessTests {
    /// A door that tells who asks.
    private struct Desk {
        let router: Router
        let store: KeyStore
        let ring: KeyRing
        let clock: HandClock
        let refusals: Refusals

        func ask(
            _ method: HTTP.Method = .post,
            _ authorization: [String] = [],
            from client: String = "198.51.100.7",
            path: String = "/desk",
            name: [String] = [],
            language: String = "en"
        ) async throws -> Answer {
            var headers = Headers()
            for value in authorization { headers.add(.authorization, try #require(HeaderValue(value))) }
            for value in name { headers.add("Idempotency-Key", try #require(HeaderValue(value))) }
            headers.add(.acceptLanguage, try #require(HeaderValue(language)))
            let request = Request(
                method: method,
                target: try Target(parsing: Array(path.utf8)),
                headers: headers,
                origin: RequestOrigin(
                    client: try #require(IPAddress(client)),
                    base: try #require(PublicAddress("http://localhost"))
                ),
                id: RequestID(accepting: nil)
            )
            let response = await router.respond(to: request)
            return Answer(response: response, body: try await response.body.collect(limit: 1 << 20))
        }
    }

    private final class Refusals: Sendable {
        let seen = Mutex<[AccessRefusal]>([])
    }

    private func withDesk(_ name: String, _ body: (Desk) async throws -> Void) async throws {
        try await withDatabase(name) { database in
            _ = try await Migrations(folder: "\(Checkout.root)/sql").apply(in: database)
            let store = KeyStore(database)
            let ring = KeyRing(store)
            let clock = HandClock()
            let refusals = Refusals()
            let access = Access(ring: ring, limits: RateLimits(clock: clock.read)) { refusal in
                refusals.seen.withLock { $0.append(refusal) }
            }
            var router = Router()
            router.group("/desk", check: access.check) { group in
                group.get("/") { try await tell(access.caller(of: $0)) }
                group.post("/") { try await tell(access.caller(of: $0)) }
                group.post("/import") { request in
                    let caller = try await access.caller(of: request)
                    return .text(try caller.require(.import, .unit).name)
                }
                group.post("/named") { request in
                    let caller = try await access.caller(of: request)
                    return .text(try IdempotencyKey(of: request, by: caller)?.scope ?? "none")
                }
            }
            try await body(Desk(router: router, store: store, ring: ring, clock: clock, refusals: refusals))
        }
    }

    @Sendable private func tell(_ caller: Caller) -> Response {
        .text(caller.key.map { "key \($0.name)" } ?? caller.secret.map { "secret \($0)" } ?? "public")
    }

    private func text(_ answer: Answer) -> String { String(decoding: answer.body, as: UTF8.self) }

    private func add(_ name: String, _ scopes: Set<KeyScope>, unit: String? = nil, to desk: Desk) async throws
        -> String
    {
        try await desk.store.add(name: #require(KeyName(name)), scopes: scopes, unit: unit).secret
    }

    @Test func `a caller is who the credential says`() async throws {
        try await withDesk("access_caller") { desk in
            let key = try await add("app", [.report], to: desk)
            for (authorization, told) in [
                ([], "public"), (["Bearer \(key)"], "key app"), (["bearer  \(key)"], "key app"),
                (["Bearer mHoFrv37pMRouJnAn2gssQ"], "secret mHoFrv37pMRouJnAn2gssQ"),
            ] {
                for method in [HTTP.Method.get, .post] {
                    let answer = try await desk.ask(method, authorization)
                    #expect(answer.status == 200)
                    #expect(text(answer) == told)
                }
            }
        }
    }

    @Test func `what is neither key nor secret is refused, never taken for nothing`() async throws {
        try await withDesk("access_wrong") { desk in
            let key = try await add("app", [.report], to: desk)
            let revoked = try await add("old", [.report], to: desk)
            _ = try await desk.store.revoke(#require(KeyName("old")))
            let wrong = [
                ["Bearer"], ["Bearer \(key) x"], [key], ["Basic dXNlcjpwYXNz"], ["Bearer \(key)x"],
                ["Bearer \(key.dropLast())"], ["Bearer \(KeyText.random().secret)"], ["Bearer \(revoked)"],
                ["Bearer mHoFrv37pMRouJnAn2gssR"], ["Bearer \(key)", "Bearer \(key)"], ["Bearer null"],
            ]
            for authorization in wrong {
                for method in [HTTP.Method.get, .post, .post] {
                    let answer = try await desk.ask(method, authorization)
                    #expect(answer.status == 401, "\(authorization)")
                    #expect(answer.object?["code"] == .string("unknown-credential"))
                    let challenge = answer.response.headers["WWW-Authenticate"]
                    #expect(challenge == #"Bearer realm="emapa", error="invalid_token""#)
                    #expect(!text(answer).contains(key))
                }
            }
            #expect(
                desk.refusals.seen.withLock { $0 }
                    == Array(repeating: .unknownCredential, count: 3 * wrong.count)
            )
        }
    }

    @Test func `a key for something else is told which scope it needs`() async throws {
        try await withDesk("access_scope") { desk in
            let app = try await add("app", [.report], to: desk)
            let unit = try await add("unit", [.unit], unit: "ZDMK", to: desk)
            let right = try await desk.ask(.post, ["Bearer \(unit)"], path: "/desk/import")
            #expect(text(right) == "unit")
            let wrong = try await desk.ask(.post, ["Bearer \(app)"], path: "/desk/import")
            #expect(wrong.status == 403)
            #expect(wrong.object?["code"] == .string("missing-scope"))
            #expect(wrong.response.headers["WWW-Authenticate"]?.contains(#"scope="import unit""#) == true)
            let nobody = try await desk.ask(.post, path: "/desk/import")
            #expect(nobody.status == 401)
            #expect(nobody.object?["code"] == .string("credential-required"))
            #expect(nobody.response.headers["WWW-Authenticate"] == #"Bearer realm="emapa""#)
        }
    }

    @Test func `over its limit an address waits as it is told, a key goes on`() async throws {
        try await withDesk("access_limits") { desk in
            let key = try await add("app", [.report], to: desk)
            try await desk.ring.refresh()
            for _ in 0..<100 {
                let answer = try await desk.ask()
                #expect(answer.status == 200)
            }
            let polish = try await desk.ask(language: "pl")
            #expect(polish.status == 429)
            #expect(polish.object?["code"] == .string("too-many-requests"))
            #expect(polish.object?["title"] == .string("Zbyt wiele żądań"))
            #expect(polish.response.headers[.retryAfter] == "1")
            let english = try await desk.ask()
            #expect(english.object?["detail"] == .string("Try again in 1 s."))
            // A report's secret and a wrong key are counted for the address as well.
            for authorization in ["Bearer mHoFrv37pMRouJnAn2gssQ", "Basic x"] {
                let answer = try await desk.ask(.post, [authorization])
                #expect(answer.status == 429)
            }
            let signed = try await desk.ask(.post, ["Bearer \(key)"])
            #expect(signed.status == 200)
            let reading = try await desk.ask(.get)
            #expect(reading.status == 200)
            let neighbour = try await desk.ask(from: "198.51.100.8")
            #expect(neighbour.status == 200)
            desk.clock.advance(by: 1)
            let later = try await desk.ask()
            #expect(later.status == 200)
            #expect(desk.refusals.seen.withLock { $0 } == Array(repeating: .writes, count: 4))
        }
    }

    @Test func `guessing keys soon ends before the database is asked`() async throws {
        try await withDesk("access_guesses") { desk in
            var statuses: [Int: Int] = [:]
            for _ in 0..<120 {
                statuses[
                    try await desk.ask(.get, ["Bearer \(KeyText.random().secret)"]).status,
                    default: 0
                ] += 1
            }
            #expect(statuses == [401: 100, 429: 20])
        }
    }

    @Test func `a request's name belongs to who signs it`() async throws {
        try await withDesk("access_names") { desk in
            let key = try await add("app", [.report], to: desk)
            let uuid = "f81d4fae-7dec-4bd0-a765-00a0c91e6bf6"
            for (authorization, name, told) in [
                ([], [], "none"), ([], [uuid], "anonymous"), (["Bearer \(key)"], ["7"], "key:1"),
                (["Bearer mHoFrv37pMRouJnAn2gssQ"], [uuid], "anonymous"),
            ] {
                let answer = try await desk.ask(.post, authorization, path: "/desk/named", name: name)
                #expect(text(answer) == told)
            }
            for (authorization, name, code) in [
                ([], ["7"], "weak-idempotency-key"), ([], ["a b"], "malformed-idempotency-key"),
                (["Bearer \(key)"], ["7", "7"], "malformed-idempotency-key"),
                (["Bearer mHoFrv37pMRouJnAn2gssQ"], ["7"], "weak-idempotency-key"),
            ] {
                let answer = try await desk.ask(.post, authorization, path: "/desk/named", name: name)
                #expect(answer.status == 400)
                #expect(answer.object?["code"] == .string(code))
            }
        }
    }
}
