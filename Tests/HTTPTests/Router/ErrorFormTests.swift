import Formats
import TestSupport
import Testing

@testable import HTTP

@Suite(.timeLimit(.minutes(1))) struct ErrorFormTests {
    private static let form = ErrorForm(below: "/forms/") { problem, path, language in
        .text("\(problem.status.code) \(problem.code) \(path) \(language.rawValue)", status: .badRequest)
    }

    private static func open(_ router: inout Router) {
        router.tell(form)
        router.group("/forms") { group in
            group.get("/here", inline: { _ in .text("here") })
            group.get("/broken", task: { _ in throw Broken() })
            group.post("/sent", bodyLimit: 4, task: { _ in .text("sent") })
        }
    }

    private struct Broken: Error {}

    private func answer(_ method: Method, _ target: String) async throws -> (Response, String) {
        var router = Router()
        Self.open(&router)
        let request = try Request(
            method,
            target,
            headers: [(.acceptLanguage, "en")],
            body: method == .post ? Array("12345".utf8) : []
        )
        let response = await router.respond(to: request)
        return (response, String(decoding: try await response.body.collect(limit: 1_000), as: UTF8.self))
    }

    @Test(arguments: [
        (Method.get, "/forms/nowhere.xml?a=1", "404 not-found /forms/nowhere.xml en"),
        (.get, "/forms/broken", "500 internal /forms/broken en"),
        (.post, "/forms/here", "405 method-not-allowed /forms/here en"),
        (.post, "/forms/sent", "413 body-too-large /forms/sent en"),
        (.get, "/forms/%C5%BC", "404 not-found /forms/ż en"),
    ])
    func `errors below a path are told in its form`(method: Method, target: String, text: String) async throws
    {
        let (response, found) = try await answer(method, target)
        #expect(found == text)
        #expect(response.status == .badRequest)
        #expect(response.headers[.cacheControl] == "no-store")
        #expect(response.headers[.contentLanguage] == "en")
        if method == .post, target == "/forms/here" { #expect(response.headers[.allow] != nil) }
    }

    @Test(arguments: ["/form", "/formsx/a", "/", "/other/forms/"])
    func `elsewhere they are problems as before`(target: String) async throws {
        let (response, _) = try await answer(.get, target)
        #expect(response.headers[.contentType] == "application/problem+json")
    }

    @Test func `what is refused before there is a request is told so too`() async throws {
        try await TestServer.run(forms: [Self.form], routes: { $0.get("/", inline: { _ in .text("") }) }) {
            test in
            for (target, code) in [
                ("/forms/a\(String(repeating: "b", count: 9_000)).json?c=d", "414 target-too-long"),
                ("/forms/a?b=\(String(repeating: "c", count: 13_000))", "431 head-too-large"),
                ("/forms/%zz", "400 malformed-target"),
            ] {
                let response = try await test.exchange("GET \(target) HTTP/1.1\r\nHost: a\r\n\r\n")
                #expect(response.status == 400)
                #expect(response.text.hasPrefix("\(code) /forms/"), "\(response.text.prefix(80))")
                #expect(response.closes)
            }
        }
    }
}
