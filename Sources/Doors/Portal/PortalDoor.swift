package import HTTP

/// The pages for residents at `/` and `/en/`, with their scripts, styles and the map library.
package struct PortalDoor: Sendable {
    private let pages: StaticFiles
    private let mapLibrary: StaticFiles

    /// Reads the pages and the map library's files once; blocks.
    package init(pages: String, library: String) throws {
        self.pages = try StaticFiles(loading: pages)
        mapLibrary = try StaticFiles(loading: library)
    }

    /// Adds the door's addresses.
    package func open(on router: inout Router) {
        router.group("/") { $0.files(pages) }
        router.group("/assets/vendor") { $0.files(mapLibrary) }
    }
}
