import Formats
import HTTP
import Pages

/// What the portal serves as it stands in its folder: scripts, styles, pictures, the map libraries, the service worker.
struct PortalFiles: Sendable {
    /// The pages on which MapLibre draws tiles.
    private static let previews: Set = ["tiles/index.html", "en/tiles/index.html"]

    private let assets: StaticFiles
    private let mapLibraries: StaticFiles
    private let previews: StaticFiles
    private let worker: Response

    /// Reads the files once; blocks.
    init(folder: String, library: String) throws {
        assets = try StaticFiles(loading: folder + "/assets")
        mapLibraries = try StaticFiles(loading: library)
        previews = try StaticFiles(loading: folder + "/preview", policy: { _ in .pageWithWorkers })
        let script = try FileBody(opening: folder + "/sw.js").contents()
        var worker = Response(.javaScript, PreparedBody(script, compressing: .level(9)))
        worker.headers.add(.cacheControl, "no-cache")
        // A worker's own policy says what it may fetch.
        worker.policy = .page
        self.worker = worker
    }

    /// Adds their addresses, and what the pages say as modules for their scripts.
    func open(on router: inout Router, messages: [Language: Messages]) {
        router.group("/") { group in
            group.get("/sw.js", inline: { [worker] _ in worker })
            for (language, messages) in messages {
                let module = PreparedBody(messages.module, compressing: .level(9))
                group.get("/assets/messages/\(language.rawValue).js", inline: { _ in
                    var response = Response(.javaScript, module)
                    response.headers.add(.cacheControl, "no-cache")
                    return response
                })
            }
        }
        router.group("/") { $0.files(previews) }
        router.group("/assets") { $0.files(assets) }
        router.group("/assets/vendor") { $0.files(mapLibraries) }
    }
}
