import HTTP

extension FuzzProperty {
    /// A target's segments never leave their folder, and encoding them again gives the same target.
    package static let target = FuzzProperty("target") { bytes in
        guard let target = try? Target(parsing: bytes) else { return nil }
        for segment in target.segments {
            if segment.isEmpty || segment == "." || segment == ".." { return "a segment that is no name" }
            if segment.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0x2F || $0 == 0x5C }) {
                return "a segment with a separator or a control character"
            }
        }
        if target.segments.count > TargetLimits.standard.segments { return "too many segments" }
        if target.segments.isEmpty && target.trailingSlash { return "a trailing slash after nothing" }

        var encoded = target.segments.flatMap { [UInt8(ascii: "/")] + PercentEncoding.encode($0) }
        if encoded.isEmpty || target.trailingSlash {
            encoded.append(UInt8(ascii: "/"))
        }
        encoded += [UInt8(ascii: "?")] + PercentEncoding.encode(target.query)
        let roomy = TargetLimits(bytes: .max, segments: 32, query: .query)
        return (try? Target(parsing: encoded, limits: roomy)) == target ? nil : "encoded again it differs"
    }
}
