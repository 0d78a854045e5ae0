import Glibc
import Testing

@testable import HTTP

struct StaticFilesTests {
    /// A folder with these files, for the time of the body.
    private func withFolder(
        _ files: [String: String],
        _ body: (String) async throws -> Void
    ) async throws {
        let root = "/tmp/emapa-static-\(getpid())-\(UInt32.random(in: 0 ... .max))"
        _ = unsafe mkdir(root, 0o700)
        var made: [String] = []
        for (path, text) in files {
            var folder = root
            for part in path.split(separator: "/").dropLast() {
                folder += "/" + part
                _ = unsafe mkdir(folder, 0o700)
                made.append(folder)
            }
            let file = unsafe open(root + "/" + path, O_CREAT | O_WRONLY, 0o600)
            _ = unsafe write(file, text, text.utf8.count)
            close(file)
        }
        _ = unsafe symlink("/etc/passwd", root + "/passwd")
        defer {
            _ = unsafe unlink(root + "/passwd")
            for path in files.keys { _ = unsafe unlink(root + "/" + path) }
            for folder in made.reversed() { _ = unsafe rmdir(folder) }
            _ = unsafe rmdir(root)
        }
        try await body(root)
    }

    private static let script = String(repeating: "let a = 1;\n", count: 500)

    private func router(_ files: StaticFiles, at path: String = "/") -> Router {
        var router = Router()
        router.group { $0.files(files, at: path) }
        return router
    }

    @Test func `files are served by name, the index also by its folder`() async throws {
        try await withFolder([
            "index.html": "<p>", "js/app.js": Self.script, "a/b/index.html": "<b>", "zażółć.txt": "x",
        ]) { root in
            let files = try StaticFiles(
                loading: root,
                caching: { $0.hasPrefix("js/") ? .immutable : .revalidate }
            )
            #expect(files.paths == ["a/b/index.html", "index.html", "js/app.js", "zażółć.txt"])
            let router = router(files)
            let cases = [
                ("/", "text/html; charset=utf-8"), ("/index.html", "text/html; charset=utf-8"),
                ("/js/app.js", "text/javascript; charset=utf-8"), ("/a/b/", "text/html; charset=utf-8"),
                ("/za%C5%BC%C3%B3%C5%82%C4%87.txt", "text/plain; charset=utf-8"),
            ]
            for (path, type) in cases {
                let response = await router.respond(to: try Request(.get, path))
                #expect(response.status == .ok)
                #expect(response.headers[.contentType] == type)
                #expect(response.headers[.etag] != nil)
            }
            let page = await router.respond(to: try Request(.get, "/"))
            #expect(page.headers[.cacheControl] == "no-cache")
            #expect(page.headers[.contentSecurityPolicy]?.contains("script-src 'self'") == true)
            let script = await router.respond(
                to: try Request(.get, "/js/app.js", headers: [(.acceptEncoding, "gzip")])
            )
            #expect(script.headers[.cacheControl] == "public, max-age=31536000, immutable")
            #expect(script.headers[.contentEncoding] == "gzip")
            let folder = await router.respond(to: try Request(.get, "/a/b"))
            #expect(folder.status == .permanentRedirect)
        }
    }

    @Test(arguments: [
        "/passwd", "/.hidden", "/%2e%2e/passwd", "/js%2fapp.js", "/js/..%2f..%2fetc%2fpasswd", "/js", "/js/",
    ])
    func `nothing else is served`(path: String) async throws {
        try await withFolder(["js/app.js": Self.script, ".hidden": "secret"]) { root in
            let router = router(try StaticFiles(loading: root))
            guard let request = try? Request(.get, path) else { return }
            let response = await router.respond(to: request)
            #expect(response.status == .notFound)
        }
    }

    @Test func `a folder beyond its bounds, or none at all, is a typed error`() async throws {
        try await withFolder(["a.txt": "12345", "b.txt": "12345"]) { root in
            var limits = FolderLimits()
            limits.bytes = 9
            #expect(throws: StaticFilesError.self) { try StaticFiles(loading: root, limits: limits) }
            limits.bytes = 10
            let fitting = try StaticFiles(loading: root, limits: limits)
            #expect(fitting.paths.count == 2)
            limits.files = 1
            #expect(throws: StaticFilesError.self) { try StaticFiles(loading: root, limits: limits) }
            #expect(throws: StaticFilesError.self) { try StaticFiles(loading: root + "/none") }
        }
    }
}
