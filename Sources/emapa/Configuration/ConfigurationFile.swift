/// The lines of a configuration file: `name = value`, `#` begins a comment, nothing else.
struct ConfigurationFile {
    private(set) var values: [Setting: String] = [:]
    private(set) var problems: [String] = []

    init(parsing text: String, name: String) {
        for (index, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = trimmed(raw)
            guard !line.isEmpty, !line.hasPrefix("#") else { continue }
            let place = "\(name), line \(index + 1)"
            guard let equals = line.firstIndex(of: "=") else {
                problems.append("\(place): expected 'name = value'")
                continue
            }
            let key = String(trimmed(line[..<equals]))
            guard let setting = Setting(rawValue: key), setting != .config else {
                problems.append("\(place): there is no setting '\(key)'; 'emapa serve --help' lists them")
                continue
            }
            guard values[setting] == nil else {
                problems.append("\(place): '\(key)' is set twice")
                continue
            }
            values[setting] = String(trimmed(line[line.index(after: equals)...]))
        }
    }
}

private func trimmed(_ text: Substring) -> Substring {
    let start = text.drop { $0 == " " || $0 == "\t" || $0 == "\r" }
    guard let end = start.lastIndex(where: { $0 != " " && $0 != "\t" && $0 != "\r" }) else { return "" }
    return start[...end]
}
