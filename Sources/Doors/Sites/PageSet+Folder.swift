import Formats
import HTTP
import Pages

extension PageSet {
    /// Reads the templates in `pages/` of a site's folder; blocks.
    ///
    /// They name files as `/assets/…`; the pages name them by the address of a version, which browsers keep for
    /// good.
    init(site folder: String, messages: [Language: Messages], naming sites: SiteFiles...) throws {
        let files = try Folder.read(folder + "/pages")
        let sources = files.compactMap { file -> (path: [String], text: String)? in
            guard let name = file.path.last, name.hasSuffix(".html") else { return nil }
            let text = sites.reduce(String(decoding: file.bytes, as: UTF8.self)) { $1.naming(in: $0) }
            return (file.path.dropLast() + [String(name.dropLast(5))], text)
        }
        try self.init(
            templates: sources.filter { $0.path.count == 1 }.map { ($0.path[0], $0.text) },
            parts: sources.filter { $0.path.count == 2 && $0.path[0] == "parts" }.map {
                ($0.path[1], $0.text)
            },
            messages: messages
        )
    }
}

extension Messages {
    /// Reads `messages/` of a site's folder, all languages; blocks.
    ///
    /// - Parameters:
    ///   - folder: the site's folder.
    ///   - shared: the names of files that are taken over from another site's folder.
    ///   - other: that folder.
    /// - Returns: the messages of each language.
    /// - Throws: `PageFault` with the file, or why a file cannot be read.
    static func all(
        site folder: String,
        with shared: Set<String> = [],
        from other: String = ""
    ) throws -> [Language: Messages] {
        var messages: [Language: Messages] = [:]
        for language in Language.allCases {
            var files = try Messages.files(in: folder, language)
            if !shared.isEmpty {
                files += try Messages.files(in: other, language).filter { shared.contains($0.name) }
            }
            messages[language] = try Messages(files, in: language)
        }
        return messages
    }

    /// Those in a folder `pages` are for pages alone, the others for scripts besides.
    private static func files(in folder: String, _ language: Language) throws -> [Messages.File] {
        try Folder.read("\(folder)/messages/\(language.rawValue)").compactMap { file in
            guard let name = file.path.last, name.hasSuffix(".json") else { return nil }
            return Messages.File(
                name: String(name.dropLast(5)),
                bytes: file.bytes,
                isForScripts: file.path.count == 1
            )
        }
    }
}
