import Formats
import HTTP
import Pages

/// What the portal serves as it stands in its folder, with the map libraries and the service worker.
struct PortalFiles: Sendable {
    /// What pages name below `/assets/`.
    let assets: SiteFiles
    private let worker: Response

    /// Reads the files once; blocks.
    init(folder: String, library: String, messages: [Language: Messages]) throws {
        assets = try SiteFiles(
            at: "/assets",
            folder: folder + "/assets",
            libraries: [("/vendor", library)],
            messages: messages
        )
        let script = try FileBody(opening: folder + "/sw.js").contents()
        var worker = Response(.javaScript, PreparedBody(script, compressing: .level(9)))
        worker.headers.add(.cacheControl, StaticFiles.Caching.revalidate.value)
        // A worker's own policy says what it may fetch.
        worker.policy = .page
        self.worker = worker
    }

    /// What the addresses that pages name are told apart by.
    var version: String { assets.version }

    /// Adds their addresses.
    func open(on router: inout Router) {
        router.group("/") { group in
            group.get("/sw.js", inline: { [worker] _ in worker })
        }
        assets.open(on: &router)
    }
}
