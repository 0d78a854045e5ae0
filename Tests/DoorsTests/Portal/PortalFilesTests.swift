import Formats
import Foundation
import HTTP
import Pages
import TestSupport
import Testing

@testable import Doors

/// Files by addresses that change with their content.
struct PortalFilesTests {
    private func withFiles(_ script: String, _ body: (Router, PortalFiles) async throws -> Void) async throws
    {
        let folder = FileManager.default.temporaryDirectory.appending(path: "emapa-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        for name in ["assets/map", "library"] {
            try FileManager.default.createDirectory(
                at: folder.appending(path: name),
                withIntermediateDirectories: true
            )
        }
        try Data(script.utf8).write(to: folder.appending(path: "assets/map/pin.js"))
        try Data("worker".utf8).write(to: folder.appending(path: "sw.js"))
        try Data("library".utf8).write(to: folder.appending(path: "library/ol.js"))
        let messages = try Messages(
            [.init(name: "map", bytes: Array(#"{"pin": "Pinezka"}"#.utf8), isForScripts: true)],
            in: .pl
        )
        let files = try PortalFiles(
            folder: folder.path,
            library: folder.appending(path: "library").path,
            messages: [.pl: messages]
        )
        var router = Router()
        files.open(on: &router)
        try await body(router, files)
    }

    private func caching(_ router: Router, _ path: String) async throws -> String? {
        let response = await router.respond(to: try Request(.get, path))
        guard response.status == .ok else { return nil }
        return response.headers[.cacheControl]
    }

    @Test(arguments: ["map/pin.js", "vendor/ol.js", "messages/pl.js"])
    func `what a page names is kept for good, what others name is asked for again`(path: String) async throws
    {
        try await withFiles("a") { router, files in
            let good = "public, max-age=31536000, immutable"
            let named = try await caching(router, "/assets/v-\(files.version)/\(path)")
            let plain = try await caching(router, "/assets/\(path)")
            let earlier = try await caching(router, "/assets/v-0123456789/\(path)")
            #expect([named, plain, earlier] == [good, "no-cache", "no-cache"])
        }
    }

    @Test func `the version changes with any file`() async throws {
        var versions: Set<String> = []
        for script in ["a", "b", "a"] {
            try await withFiles(script) { _, files in versions.insert(files.version) }
        }
        #expect(versions.count == 2)
        #expect(versions.allSatisfy { $0.count == 10 && $0.allSatisfy(\.isLetterOrDigit) })
    }

    @Test func `the worker may fetch, and says by its own policy from where`() async throws {
        try await withFiles("a") { router, _ in
            let response = await router.respond(to: try Request(.get, "/sw.js"))
            #expect(response.headers[.contentSecurityPolicy]?.contains("connect-src 'self'") == true)
            #expect(response.headers[.cacheControl] == "no-cache")
        }
    }
}

extension Character {
    fileprivate var isLetterOrDigit: Bool { isASCII && (isLetter || isNumber) }
}
