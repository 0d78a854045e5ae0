import Formats
import Testing

@testable import HTTP

struct ProblemTests {
    private func body(_ problem: Problem, _ language: Language = .en) async throws -> String {
        let response = problem.response(in: language, requestID: RequestID(accepting: "request-1"))
        return String(decoding: try await response.body.collect(limit: 10_000), as: UTF8.self)
    }

    @Test func `a problem is written as RFC 9457 has it`() async throws {
        let problem = Problem(
            .unprocessableContent,
            code: "invalid-fields",
            title: LocalizedText(pl: "Złe", en: "Bad"),
            detail: LocalizedText(pl: "Bo tak.", en: "Because \"so\"."),
            errors: [.init(pointer: "#/a", code: "range", detail: LocalizedText(pl: "poza", en: "beyond"))]
        )
        #expect(
            try await body(problem) == """
                {"type":"invalid-fields","title":"Bad","status":422,"code":"invalid-fields","detail":"Because \\"so\\".",\
                "errors":[{"pointer":"#/a","code":"range","detail":"beyond"}],"requestId":"request-1"}
                """
        )
        #expect(try await body(problem, .pl).contains(#""title":"Złe""#))
    }

    @Test func `the client's language is spoken, else Polish`() async throws {
        let router = Router()
        let cases: [(HeaderValue, String)] = [("en-GB,pl;q=0.5", "en"), ("de", "pl"), ("pl", "pl")]
        for (accepted, language) in cases {
            let response = await router.respond(
                to: try Request(.get, "/", headers: [(.acceptLanguage, accepted)])
            )
            #expect(response.headers[.contentLanguage] == language)
            #expect(response.headers[.contentType] == "application/problem+json")
        }
    }

    @Test func `a time to come back is a header`() {
        let response = Problem.overloaded.retry(afterSeconds: 7).response(in: .pl, requestID: nil)
        #expect(response.headers.values(of: .retryAfter) == ["7"])
    }

    @Test func `errors of other modules become problems in one place`() {
        let cases: [(any Error, UInt16, String)] = [
            (TargetError.tooLong, 414, "target-too-long"),
            (TargetError.dotSegment, 400, "malformed-target"),
            (FormError.badEscape, 400, "malformed-form"),
            (PathParameterError.unfit("x"), 404, "not-found"),
            (CancellationError(), 503, "cancelled"),
            (BodyClosed(), 500, "internal"),
        ]
        for (error, status, code) in cases {
            let problem = Problem.translating(error).problem
            #expect(problem.status.code == status)
            #expect(problem.code == code)
        }
    }

    @Test func `a body that is no JSON is answered with the place of its fault`() async throws {
        do {
            _ = try JSON.parse(Array("{\"a\": }".utf8), limits: .request)
            Issue.record("it is no JSON")
        } catch {
            let text = try await body(Problem.translating(error).problem)
            #expect(text.contains("\"code\":\"malformed-json\""))
            #expect(text.contains("Line 1, character 7"))
        }
    }
}
