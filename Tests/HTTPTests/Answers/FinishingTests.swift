import Testing

@testable import HTTP

/// What becomes of an answer between its handler and the wire.
struct FinishingTests {
    private static let long = Array(String(repeating: "report ", count: 1_000).utf8)
    private static let prepared = PreparedBody(long, compressing: .level(6))

    private static let router: Router = {
        var router = Router()
        router.group { group in
            group.get("/json", inline: { _ in Response(.json, long) })
            group.get("/short", inline: { _ in Response(.json, [0x7B, 0x7D]) })
            group.get("/image", inline: { _ in Response(ContentType.ofFile(named: "a.png"), long) })
            group.get("/prepared", inline: { _ in Response(.json, prepared) })
            group.get(
                "/tagged",
                task: { _ in
                    var response = Response(.json, long)
                    response.headers.add(.etag, "\"v1\"")
                    response.headers.add(.cacheControl, "no-cache")
                    return response
                }
            )
        }
        return router
    }()

    private func get(_ path: String, _ headers: [(HeaderName, HeaderValue)] = []) async throws -> Response {
        await Self.router.respond(to: try Request(.get, path, headers: headers))
    }

    @Test(arguments: ["/json", "/prepared", "/tagged"])
    func `long text is compressed for whoever takes it`(path: String) async throws {
        let plain = try await get(path)
        #expect(plain.headers[.contentEncoding] == nil)
        #expect(plain.headers[.vary] == "Accept-Encoding")
        #expect(try await plain.body.collect(limit: 100_000) == Self.long)

        let small = try await get(path, [(.acceptEncoding, "br, gzip")])
        #expect(small.headers[.contentEncoding] == "gzip")
        #expect(small.headers[.vary] == "Accept-Encoding")
        let bytes = try await small.body.collect(limit: 100_000)
        #expect(bytes.count < Self.long.count / 10)
        #expect(Gzip.expand(bytes, limit: 100_000) == Self.long)
    }

    @Test(arguments: ["/short", "/image"])
    func `what gains nothing by it is left alone`(path: String) async throws {
        let response = try await get(path, [(.acceptEncoding, "gzip")])
        #expect(response.headers[.contentEncoding] == nil)
        #expect(response.headers[.vary] == nil)
    }

    @Test func `a client with the current copy is told so`() async throws {
        let tag = try #require(try await get("/prepared").headers[.etag])
        let again = try await get("/prepared", [(.ifNoneMatch, try #require(HeaderValue(tag)))])
        #expect(again.status == .notModified)
        #expect(again.headers[.etag] == tag)
        #expect(again.headers[.contentType] == nil)
        #expect(again.body.count == 0)
        let other = try await get("/prepared", [(.ifNoneMatch, "\"other\"")])
        #expect(other.status == .ok)
    }

    @Test func `the compressed form has a tag of its own`() async throws {
        let gzip: (HeaderName, HeaderValue) = (.acceptEncoding, "gzip")
        #expect(try await get("/tagged", [gzip]).headers[.etag] == "\"v1-gz\"")
        #expect(try await get("/tagged", [gzip, (.ifNoneMatch, "\"v1-gz\"")]).status == .notModified)
        #expect(try await get("/tagged", [gzip, (.ifNoneMatch, "\"v1\"")]).status == .ok)
        let unchanged = try await get("/tagged", [(.ifNoneMatch, "W/\"v1\"")])
        #expect(unchanged.status == .notModified)
        #expect(unchanged.headers[.cacheControl] == "no-cache")
    }
}
