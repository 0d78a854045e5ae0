import Formats
import HTTP
import Pages

/// What a site serves as it stands in its folders: scripts with their messages, styles, pictures, libraries.
///
/// Below its base browsers ask each time whether a file has changed. Pages name them below `…/v-…/`, an
/// address that changes with any of them: there they are kept for good, and never asked for twice.
package struct SiteFiles: Sendable {
    private let base: String
    private let files: [(path: String, files: StaticFiles)]
    private let modules: [(path: String, body: PreparedBody)]
    private let imports: ScriptModules
    /// What the addresses that pages name are told apart by.
    let version: String

    /// Reads the files once; blocks.
    ///
    /// - Parameters:
    ///   - base: what their addresses begin with: `/assets`.
    ///   - folder: the site's own folder of them.
    ///   - libraries: other folders, with the paths below the base at which they are.
    ///   - messages: what scripts say, which they import as `messages/pl.js`.
    /// - Throws: why a folder cannot be read.
    init(
        at base: String,
        folder: String,
        libraries: [(path: String, folder: String)] = [],
        messages: [Language: Messages]
    ) throws {
        self.base = base
        files = try ([(path: "", folder: folder)] + libraries).map {
            ($0.path, try StaticFiles(loading: $0.folder))
        }
        imports = try ScriptModules(folder: folder, at: base)
        modules = messages.map {
            ("/messages/\($0.key.rawValue).js", PreparedBody($0.value.module, compressing: .level(9)))
        }
        .sorted { $0.path < $1.path }
        let prints = files.map(\.files.fingerprint) + modules.map(\.body.etag.text)
        version = String(
            EntityTag.hashing(Array(prints.joined(separator: "\n").utf8)).text.dropFirst().prefix(10)
        )
    }

    /// A page that names files by the addresses of a version, and links to what its scripts import.
    func naming(in page: String) -> String {
        imports.preloading(in: page).replacing("\"\(base)/", with: "\"\(base)/v-\(version)/")
    }

    /// Adds their addresses, and what the pages say as modules for their scripts.
    func open(on router: inout Router) {
        router.group(base) { group in
            for (path, files) in files { group.files(files, at: path) }
            for (path, body) in modules {
                group.get(path, inline: { _ in SiteFiles.module(body, .revalidate) })
            }
        }
        // A page of an earlier start, or of another instance, gets what there is, and asks again.
        router.group("\(base)/v-{version}") { group in
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
                group.get(path, inline: { SiteFiles.module(body, try caching($0)) })
            }
        }
    }

    private static func module(_ body: PreparedBody, _ caching: StaticFiles.Caching) -> Response {
        var response = Response(.javaScript, body)
        response.headers.add(.cacheControl, caching.value)
        return response
    }
}
