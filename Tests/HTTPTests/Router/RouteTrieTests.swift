import Testing

@testable import HTTP

struct RouteTrieTests {
    private static let patterns = [
        "/", "/map", "/map/", "/reports/{number}", "/reports/new", "/reports/{number}/photos",
        "/tiles/{z}/{x}/{y}.geojson", "/tiles/{z}/{x}/{y}.mvt", "/tiles/{z}/{x}/{y}", "/tiles/list/all",
        "/{name}.txt", "/v{version}", "/files/{path...}",
        "/files/known",
    ]

    private static let router: Router = {
        var router = Router()
        router.group { group in
            for pattern in patterns {
                group.get(
                    pattern,
                    inline: { request in
                        let values = ["number", "z", "x", "y", "name", "version", "path"].compactMap { name in
                            (try? request.parameters.text(name)).map { "\(name)=\($0)" }
                        }
                        return .text(([pattern] + values).joined(separator: " "))
                    }
                )
            }
        }
        return router
    }()

    @Test(
        arguments: [
            ("/", "/"), ("/map", "/map"), ("/map/", "/map/"),
            ("/reports/7", "/reports/{number} number=7"), ("/reports/new", "/reports/new"),
            ("/reports/new/photos", "/reports/{number}/photos number=new"),
            ("/tiles/1/2/3.geojson", "/tiles/{z}/{x}/{y}.geojson z=1 x=2 y=3"),
            ("/tiles/1/2/3.mvt", "/tiles/{z}/{x}/{y}.mvt z=1 x=2 y=3"),
            ("/tiles/1/2/3.png", "/tiles/{z}/{x}/{y} z=1 x=2 y=3.png"),
            ("/tiles/1/2/.mvt", "/tiles/{z}/{x}/{y} z=1 x=2 y=.mvt"),
            ("/tiles/list/all", "/tiles/list/all"),
            ("/tiles/list/a/b", "/tiles/{z}/{x}/{y} z=list x=a y=b"),
            ("/robots.txt", "/{name}.txt name=robots"), ("/v2", "/v{version} version=2"),
            ("/files/a/b/c", "/files/{path...} path=a/b/c"), ("/files/known", "/files/known"),
            ("/files/unknown", "/files/{path...} path=unknown"),
            ("/reports/%C5%BC%20x", "/reports/{number} number=ż x"),
        ])
    func `a path finds its pattern and its values`(path: String, expected: String) async throws {
        let response = await Self.router.respond(to: try Request(.get, path))
        let body = try await response.body.collect(limit: 1_000)
        #expect(String(decoding: body, as: UTF8.self) == expected)
    }

    @Test(arguments: [
        "/nowhere", "/reports", "/tiles", "/tiles/1/2", "/tiles/1/2/3/4", "/files", "/v", "/reports/7/x",
    ])
    func `a path without a pattern is not found`(path: String) async throws {
        let response = await Self.router.respond(to: try Request(.get, path))
        #expect(response.status == .notFound)
    }

    @Test func `a slash too much or too few leads to the right address`() async throws {
        let tooMuch = await Self.router.respond(to: try Request(.get, "/reports/a%20b/?x=1&y=%26"))
        #expect(tooMuch.status == .permanentRedirect)
        #expect(tooMuch.headers[.location] == "/reports/a%20b?x=1&y=%26")
        let both = await Self.router.respond(to: try Request(.get, "/map/"))
        #expect(both.status == .ok)
    }

    @Test func `a lookup visits no more nodes than there are`() async throws {
        var router = Router()
        router.group { group in
            for suffix in ["a", "b", "c", "d"] {
                group.get((0..<12).map { "/{p\($0)}\(suffix)" }.joined(), inline: { _ in .text("found") })
            }
        }
        let path = String(repeating: "/xabcd", count: 11) + "/none"
        let response = await router.respond(to: try Request(.get, path))
        #expect(response.status == .notFound)
    }

    @Test func `two routes for one address are a fault of ours`() async {
        await #expect(processExitsWith: .failure) {
            var router = Router()
            router.group { group in
                group.get("/a/{b}", inline: { _ in .text("") })
                group.get("/a/{c}", inline: { _ in .text("") })
            }
        }
    }
}
