import Formats
import HTTP
import TestSupport
import Testing

@testable import Doors

struct ReferenceDoorTests {
    private func router() throws -> Router {
        var router = Router()
        try ReferenceDoor(Checkout.read("api/openapi.json")).open(on: &router)
        return router
    }

    private func page(_ language: HeaderValue) async throws -> (response: Response, html: String) {
        let request = try Request(.get, "/api/v1/", headers: [(.acceptLanguage, language)])
        let response = await (try router()).respond(to: request)
        return (response, String(decoding: try await response.body.collect(limit: 1 << 20), as: UTF8.self))
    }

    @Test func `the document is served as it stands in the tree`() async throws {
        let response = await (try router()).respond(to: try Request(.get, "/api/v1/openapi.json"))
        #expect(response.headers[.contentType] == "application/json")
        #expect(response.headers[.allowOrigin] == "*")
        let body = try await response.body.collect(limit: 1 << 20)
        #expect(body == (try Checkout.read("api/openapi.json")))
    }

    @Test(arguments: [
        ("pl", "Emapa: interfejs programistyczny", "Parametry"), ("en", "Emapa: the API", "Parameters"),
    ])
    func `the page has every operation, and no script`(language: String, title: String, word: String)
        async throws
    {
        let (response, html) = try await page(try #require(HeaderValue(language)))
        #expect(response.headers[.contentType] == "text/html; charset=utf-8")
        #expect(response.headers[.contentSecurityPolicy]?.contains("unsafe") == false)
        #expect(response.headers[.vary]?.contains("Accept-Language") == true)
        #expect(html.contains("<html lang=\"\(language)\">"))
        #expect(html.contains("<title>\(title)</title>"))
        #expect(html.contains(word))
        #expect(!html.contains("<script") && !html.contains("style="))
        for operation in try APIDescription(Checkout.read("api/openapi.json")).operations {
            #expect(html.contains("id=\"\(operation.name)\""))
            #expect(html.contains("href=\"#\(operation.name)\""))
        }
    }

    @Test func `every link within the page leads somewhere`() async throws {
        let html = try await page("en").html
        let targets = Set(html.matches(of: /href="#([^"]+)"/).map { String($0.1) })
        let places = Set(html.matches(of: /id="([^"]+)"/).map { String($0.1) })
        #expect(targets.count > 40)
        #expect(targets.subtracting(places) == [])
    }

    @Test func `an address without its last slash leads to the page`() async throws {
        let response = await (try router()).respond(to: try Request(.get, "/api/v1"))
        #expect(response.status == .permanentRedirect)
        #expect(response.headers[.location] == "/api/v1/")
    }

    @Test func `what the document says is text, never markup`() throws {
        let document = """
            {"openapi":"3.1.0","info":{"description":"<b>**x**</b> `a<b`"},"tags":[{"name":"T\\"<i>"}],"paths":{"/x":{"get":
            {"tags":["T\\"<i>"],"operationId":"x","summary":"<script>","responses":{}}}}}
            """
        let html = String(
            decoding: ReferencePage(try APIDescription(Array(document.utf8)), in: .en).html,
            as: UTF8.self
        )
        #expect(!html.contains("<script>") && !html.contains("<i>") && !html.contains("<b>"))
        #expect(html.contains("<strong>x</strong>"))
        #expect(html.contains("<code>a&lt;b</code>"))
    }

    @Test(arguments: [
        "[]", "{}", #"{"paths":[]}"#, #"{"paths":{"/x":1}}"#, #"{"paths":{"/x":{"parameters":[1]}}}"#,
    ])
    func `a document that describes nothing is refused at the start`(text: String) {
        #expect(throws: BrokenDescription.self) { try ReferenceDoor(Array(text.utf8)) }
    }

    @Test func `an example can be tried in a shell`() throws {
        let description = try APIDescription(Checkout.read("api/openapi.json"))
        let withdraw = try #require(description.operations.first { $0.name == "withdraw" })
        #expect(
            CurlExample(withdraw, in: description).text == """
                curl -s 'http://127.0.0.1:8311/api/v1/reports/KCK-2026-000123/withdrawal' \\
                    -H "Authorization: Bearer $SECRET" \\
                    -X POST
                """
        )
        let place = try #require(description.operations.first { $0.name == "placePoint" })
        #expect(
            CurlExample(place, in: description).text.contains("lon=19.9373&lat=50.0617&category=green.tree")
        )
    }
}
