import Formats
import HTTP
import Pages

extension PageSet {
    /// Reads the templates in `pages/` of the portal's folder; blocks.
    ///
    /// They name files as `/assets/…`; the pages name them by the address of a version, which browsers keep for good.
    init(portal folder: String, messages: [Language: Messages], version: String) throws {
        let modules = try ScriptModules(folder: folder + "/assets")
        let files = try Folder.read(folder + "/pages")
        let sources = files.compactMap { file -> (path: [String], text: String)? in
            guard let name = file.path.last, name.hasSuffix(".html") else { return nil }
            let text = modules.preloading(in: String(decoding: file.bytes, as: UTF8.self))
                .replacing("\"/assets/", with: "\"/assets/v-\(version)/")
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
    /// Reads `messages/` of the portal's folder, all languages; blocks.
    static func all(portal folder: String) throws -> [Language: Messages] {
        var messages: [Language: Messages] = [:]
        for language in Language.allCases {
            messages[language] = try Messages(folder: "\(folder)/messages/\(language.rawValue)", in: language)
        }
        return messages
    }

    /// Those in a folder `pages` are for pages alone, the others for scripts besides.
    fileprivate init(folder: String, in language: Language) throws {
        let files = try Folder.read(folder).compactMap { file -> Messages.File? in
            guard let name = file.path.last, name.hasSuffix(".json") else { return nil }
            return Messages.File(
                name: String(name.dropLast(5)),
                bytes: file.bytes,
                isForScripts: file.path.count == 1
            )
        }
        try self.init(files, in: language)
    }
}
