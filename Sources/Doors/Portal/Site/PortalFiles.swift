import Formats
import HTTP
import Pages

/// What the portal serves as it stands in its folder: scripts, styles, pictures, the map libraries, the service worker.
///
/// Below `/assets/` browsers ask each time whether a file has changed. Pages name them below `/assets/v-…/`, an address that
/// changes with any of them: there they are kept for good, and never asked for twice.
struct PortalFiles: Sendable {
    private let files: [(path: String, files: StaticFiles)]
    private let worker: Response
    private let modules: [(path: String, body: PreparedBody)]
    /// What the addresses that pages name begin with.
    let version: String

    /// Reads the files once; blocks.
    init(folder: String, library: String, messages: [Language: Messages]) throws {
        files = [
            ("", try StaticFiles(loading: folder + "/assets")),
            ("/vendor", try StaticFiles(loading: library)),
        ]
        modules = messages.map {
            ("/messages/\($0.key.rawValue).js", PreparedBody($0.value.module, compressing: .level(9)))
        }
        .sorted { $0.path < $1.path }
        let prints = files.map(\.files.fingerprint) + modules.map(\.body.etag.text)
        version = String(
            EntityTag.hashing(Array(prints.joined(separator: "\n").utf8)).text.dropFirst().prefix(10)
        )
        let script = try FileBody(opening: folder + "/sw.js").contents()
        var worker = Response(.javaScript, PreparedBody(script, compressing: .level(9)))
        worker.headers.add(.cacheControl, StaticFiles.Caching.revalidate.value)
        // A worker's own policy says what it may fetch.
        worker.policy = .page
        self.worker = worker
    }

    /// Adds their addresses, and what the pages say as modules for their scripts.
    func open(on router: inout Router) {
        router.group("/") { group in
            group.get("/sw.js", inline: { [worker] _ in worker })
        }
        router.group("/assets") { group in
            for (path, files) in files { group.files(files, at: path) }
            for (path, body) in modules {
                group.get(path, inline: { _ in PortalFiles.module(body, .revalidate) })
            }
        }
        // A page of an earlier start, or of another instance, gets what there is, and asks again.
        router.group("/assets/v-{version}") { group in
            let caching: @Sendable (Request) throws -> StaticFiles.Caching = { [version] request in
                try request.parameters.text("version") == version ? .immutable : .revalidate
            }
            for (path, files) in files {
                group.files(files, at: path) { file, request in
                    var file = file
                    file.headers.set(.cacheControl, try caching(request).value)
                    return file
                }
            }
            for (path, body) in modules {
                group.get(path, inline: { PortalFiles.module(body, try caching($0)) })
            }
        }
    }

    private static func module(_ body: PreparedBody, _ caching: StaticFiles.Caching) -> Response {
        var response = Response(.javaScript, body)
        response.headers.add(.cacheControl, caching.value)
        return response
    }
}
