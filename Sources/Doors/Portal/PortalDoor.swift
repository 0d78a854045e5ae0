package import HTTP

/// The pages at `/` and `/en/`, and below `tiles/` of both, with their scripts, styles and the map libraries.
package struct PortalDoor: Sendable {
    /// The pages on which MapLibre draws tiles.
    private static let previews: Set = ["tiles/index.html", "en/tiles/index.html"]

    private let pages: StaticFiles
    private let mapLibraries: StaticFiles

    /// Reads the pages and the map libraries' files once; blocks.
    package init(pages: String, library: String) throws {
        self.pages = try StaticFiles(
            loading: pages,
            policy: { PortalDoor.previews.contains($0) ? .pageWithWorkers : .page }
        )
        mapLibraries = try StaticFiles(loading: library)
    }

    /// Adds the door's addresses.
    package func open(on router: inout Router) {
        router.group("/") { $0.files(pages) }
        router.group("/assets/vendor") { $0.files(mapLibraries) }
    }
}
