/// The files of a folder, read once at the start and served from memory.
///
/// Addresses are made from the names found on the disk, never the other way round: a request can only name a file
/// that was there.
package struct StaticFiles: Sendable {
    /// How long clients may use their copy.
    package enum Caching: Sendable {
        /// They ask each time whether it changed.
        case revalidate
        /// For good: the name changes with the content.
        case immutable
        /// So many seconds.
        case seconds(Int)

        /// As the header has it.
        package var value: HeaderValue {
            switch self {
            case .revalidate: "no-cache"
            case .immutable: "public, max-age=31536000, immutable"
            case .seconds(let seconds): HeaderValue("public, max-age=\(seconds)") ?? "no-cache"
            }
        }
    }

    private let files: [(path: [String], response: Response)]

    /// Reads every file below the folder, compresses what gains by it, and tags each by its content; blocks.
    ///
    /// Names that begin with a dot, and symbolic links, are passed over.
    package init(
        loading folder: String,
        caching: (_ path: String) -> Caching = { _ in .revalidate },
        policy: (_ page: String) -> ContentSecurityPolicy = { _ in .page },
        limits: FolderLimits = FolderLimits()
    ) throws(StaticFilesError) {
        files = try Folder.read(folder, limits: limits).map { file in
            let path = file.path.joined(separator: "/")
            var response = Self.response(path, file.bytes, caching(path))
            if ContentType.ofFile(named: path) == .html { response.policy = policy(path) }
            return (file.path, response)
        }
    }

    /// The paths, as `css/main.css`.
    package var paths: [String] { files.map { $0.path.joined(separator: "/") } }

    /// A text that is another when any path or content is.
    package var fingerprint: String {
        files.map { "\($0.path.joined(separator: "/")) \($0.response.headers[.etag] ?? "")" }.joined(
            separator: "\n"
        )
    }

    private static func response(_ path: String, _ bytes: [UInt8], _ caching: Caching) -> Response {
        let type = ContentType.ofFile(named: path)
        let body = PreparedBody(bytes, compressing: type.isCompressible ? .level(9) : .never)
        var response = Response(type, body)
        response.headers.add(.cacheControl, caching.value)
        return response
    }
}

extension RouteGroup {
    /// Serves the files below a path; `index.html` also under its folder's.
    package mutating func files(_ files: StaticFiles, at path: String = "/") {
        self.files(files, at: path) { response, _ in response }
    }

    /// The same, with answers that depend on the request; the path may have names.
    package mutating func files(
        _ files: StaticFiles,
        at path: String,
        answering: @escaping @Sendable (_ file: Response, _ request: Request) throws -> Response
    ) {
        for (segments, file) in files.entries {
            let base = path == "/" ? "" : path
            let response: @Sendable (Request) throws -> Response = { try answering(file, $0) }
            get(base + "/" + segments.joined(separator: "/"), inline: response)
            if segments.last == "index.html" {
                let folder = segments.dropLast()
                let address = base + "/" + folder.map { $0 + "/" }.joined()
                get(address, inline: response)
            }
        }
    }
}

extension StaticFiles {
    fileprivate var entries: [(path: [String], response: Response)] { files }
}
