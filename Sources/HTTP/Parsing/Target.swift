/// A request target in origin form (RFC 9112 §3.2.1): the decoded path and query.
///
/// Its existence proves that the path has no empty, `.` or `..` segment, no separator and no control
/// character inside a segment, so that joining segments never leaves a folder.
package struct Target: Equatable, Sendable {
    /// The decoded segments; none for the root.
    package let segments: [String]
    /// Whether a slash follows the last segment; false for the root.
    package let trailingSlash: Bool
    /// The decoded query; empty if there is none.
    package let query: Query

    /// Reads the target as it stands in the request line.
    package init(parsing bytes: [UInt8], limits: TargetLimits = .standard) throws(TargetError) {
        guard bytes.count <= limits.bytes else { throw .tooLong }
        guard bytes.first == UInt8(ascii: "/") else { throw .notOriginForm }
        guard !bytes.contains(where: Self.isForbidden) else { throw .forbiddenByte }

        let mark = bytes.firstIndex(of: UInt8(ascii: "?")) ?? bytes.endIndex
        var path = bytes[1..<mark]
        if path.count > 1, path.last == UInt8(ascii: "/") {
            trailingSlash = true
            path.removeLast()
        } else {
            trailingSlash = false
        }
        segments = try Self.segments(of: path, limit: limits.segments)
        query = try Self.query(bytes[min(mark + 1, bytes.endIndex)...], limits: limits.query)
    }

    private static func isForbidden(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte == 0x7F || byte == UInt8(ascii: "#")
    }

    private static func segments(of path: ArraySlice<UInt8>, limit: Int) throws(TargetError) -> [String] {
        guard !path.isEmpty else { return [] }
        var segments: [String] = []
        var start = path.startIndex
        while start <= path.endIndex {
            let end = path[start...].firstIndex(of: UInt8(ascii: "/")) ?? path.endIndex
            guard segments.count < limit else { throw .tooManySegments }
            segments.append(try segment(path[start..<end]))
            start = end + 1
        }
        return segments
    }

    private static func segment(_ bytes: ArraySlice<UInt8>) throws(TargetError) -> String {
        let text: String
        do {
            text = try PercentDecoding.text(bytes, plus: .literal)
        } catch {
            switch error {
            case .badEscape: throw .badEscape
            case .notUTF8: throw .notUTF8
            case .containsNUL: throw .controlCharacter
            }
        }
        if text.isEmpty { throw .emptySegment }
        if text == "." || text == ".." { throw .dotSegment }
        for byte in text.utf8 {
            if byte < 0x20 || byte == 0x7F { throw .controlCharacter }
            if byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") { throw .hiddenSeparator }
        }
        return text
    }

    private static func query(
        _ bytes: ArraySlice<UInt8>,
        limits: FormLimits
    ) throws(TargetError) -> Query {
        guard !bytes.isEmpty else { return Query() }
        do {
            return try Query(parsing: bytes, limits: limits)
        } catch {
            throw .query(error)
        }
    }
}
