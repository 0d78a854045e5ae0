import HTTP

/// Which modules a script imports, and what those import, as they stand in the files.
///
/// A page that names them all has them fetched at once, instead of each being found when another has come.
struct ScriptModules {
    private let imports: [String: [String]]
    /// What the addresses of the scripts begin with.
    private let base: String

    /// Reads the scripts of a folder of assets; blocks.
    init(folder: String, at base: String = "/assets") throws {
        self.base = base
        var imports: [String: [String]] = [:]
        for file in try Folder.read(folder) where file.path.last?.hasSuffix(".js") == true {
            let text = String(decoding: file.bytes, as: UTF8.self)
            imports[file.path.joined(separator: "/")] = ScriptModules.names(in: text)
                .compactMap { ScriptModules.path($0, from: file.path) }
        }
        self.imports = imports
    }

    /// Everything that a script needs besides itself, each once, in the order in which it is found.
    func needed(by script: String) -> [String] {
        var found: [String] = []
        var waiting = imports[script] ?? []
        while let next = waiting.first {
            waiting.removeFirst()
            guard next != script, !found.contains(next), let more = imports[next] else { continue }
            found.append(next)
            waiting += more
        }
        return found
    }

    /// A page with links to what its modules need, before each of them.
    ///
    /// What the pages say in their language is imported by its name, which no file has.
    func preloading(in page: String) -> String {
        let mark = "<script type=\"module\" src=\"\(base)/"
        var text = ""
        var rest = page[...]
        while let range = rest.firstRange(of: mark) {
            let script = rest[range.upperBound...].prefix { $0 != "\"" }
            let needed = needed(by: String(script))
            text += rest[..<range.lowerBound]
            for module in needed { text += ScriptModules.link("\(base)/\(module)") }
            if needed.contains("language.js") { text += ScriptModules.link("\(base)/messages/{{lang}}.js") }
            text += mark
            rest = rest[range.upperBound...]
        }
        return text + rest
    }

    private static func link(_ address: String) -> String {
        "<link rel=\"modulepreload\" href=\"\(address)\">"
    }

    /// What stands between quotes after `from` or `import`, where a line begins with `import` or `export`.
    private static func names(in text: String) -> [String] {
        text.matches(of: /(?:^|\n)(?:import|export)\b[^"'();]*"([^"\n]+)"/).map { String($0.output.1) }
    }

    /// A relative name as a path below the assets; nil for one that leads out of them.
    private static func path(_ name: String, from file: [String]) -> String? {
        guard name.hasPrefix("./") || name.hasPrefix("../") else { return nil }
        var path = Array(file.dropLast())
        for part in name.split(separator: "/") where part != "." {
            if part != ".." {
                path.append(String(part))
            } else if path.popLast() == nil {
                return nil
            }
        }
        return path.joined(separator: "/")
    }
}
