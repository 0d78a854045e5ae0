/// A route's path as it is written down: `/tiles/{z}/{x}/{y}.geojson`, `/files/{path...}`.
struct PathPattern: Sendable {
    enum Segment: Equatable, Sendable {
        /// Exactly this text.
        case literal(String)
        /// Any text between a prefix and a suffix, under a name.
        case parameter(prefix: String, suffix: String)
        /// All further segments, joined by slashes, under a name.
        case rest
    }

    let text: String
    let segments: [Segment]
    /// In the order of the path.
    let names: [String]
    let trailingSlash: Bool

    /// - Precondition: the pattern begins with a slash, has no empty segment, at most one name per segment, no name
    ///   twice, and `{name...}` only at its end.
    init(_ text: String) {
        precondition(text.first == "/", "a pattern begins with a slash")
        var parts = text.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        trailingSlash = parts.count > 1 && parts.last == ""
        if trailingSlash || text == "/" { parts.removeLast() }

        var segments: [Segment] = []
        var names: [String] = []
        for part in parts {
            precondition(!part.isEmpty && segments.last != .rest, "an empty segment, or one after the rest")
            guard let open = part.firstIndex(of: "{"), let close = part.firstIndex(of: "}"), open < close
            else {
                segments.append(.literal(part))
                continue
            }
            let name = String(part[part.index(after: open)..<close])
            let (prefix, suffix) = (String(part[..<open]), String(part[part.index(after: close)...]))
            if name.hasSuffix("...") {
                precondition(prefix.isEmpty && suffix.isEmpty, "the rest fills its segments")
                segments.append(.rest)
                names.append(String(name.dropLast(3)))
            } else {
                segments.append(.parameter(prefix: prefix, suffix: suffix))
                names.append(name)
            }
        }
        precondition(Set(names).count == names.count, "a name stands for one thing")
        self.text = text
        self.segments = segments
        self.names = names
    }
}
