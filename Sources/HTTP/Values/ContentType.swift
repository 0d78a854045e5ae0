/// A media type that we send.
package struct ContentType: Equatable, Sendable {
    /// The value of the header.
    package let value: HeaderValue
    /// Whether gzip makes it smaller.
    package let isCompressible: Bool

    /// Names a type that is not among the known ones.
    package init(_ value: HeaderValue, isCompressible: Bool) {
        self.value = value
        self.isCompressible = isCompressible
    }
}

extension ContentType {
    /// JSON.
    package static let json = ContentType("application/json", isCompressible: true)
    /// GeoJSON (RFC 7946).
    package static let geoJSON = ContentType("application/geo+json", isCompressible: true)
    /// A problem (RFC 9457).
    package static let problem = ContentType("application/problem+json", isCompressible: true)
    /// XML in UTF-8.
    package static let xml = ContentType("application/xml; charset=utf-8", isCompressible: true)
    /// A page.
    package static let html = ContentType("text/html; charset=utf-8", isCompressible: true)
    /// Plain text.
    package static let text = ContentType("text/plain; charset=utf-8", isCompressible: true)
    /// A style sheet.
    package static let css = ContentType("text/css; charset=utf-8", isCompressible: true)
    /// A script.
    package static let javaScript = ContentType("text/javascript; charset=utf-8", isCompressible: true)
    /// Comma-separated values (RFC 4180).
    package static let csv = ContentType("text/csv; charset=utf-8", isCompressible: true)
    /// A Mapbox vector tile.
    package static let vectorTile = ContentType("application/vnd.mapbox-vector-tile", isCompressible: true)
    /// Server-sent events.
    package static let eventStream = ContentType("text/event-stream", isCompressible: false)
    /// Bytes of no known type.
    package static let bytes = ContentType("application/octet-stream", isCompressible: false)

    /// The type of a file by the end of its name.
    package static func ofFile(named name: String) -> ContentType {
        guard let dot = name.lastIndex(of: ".") else { return .bytes }
        switch name[name.index(after: dot)...].lowercased() {
        case "html": return .html
        case "css": return .css
        case "js", "mjs": return .javaScript
        case "json", "map": return .json
        case "geojson": return .geoJSON
        case "webmanifest": return .init("application/manifest+json", isCompressible: true)
        case "txt": return .text
        case "xml": return .xml
        case "svg": return .init("image/svg+xml", isCompressible: true)
        case "png": return .init("image/png", isCompressible: false)
        case "jpg", "jpeg": return .init("image/jpeg", isCompressible: false)
        case "webp": return .init("image/webp", isCompressible: false)
        case "avif": return .init("image/avif", isCompressible: false)
        case "ico": return .init("image/x-icon", isCompressible: false)
        case "woff2": return .init("font/woff2", isCompressible: false)
        case "pdf": return .init("application/pdf", isCompressible: false)
        default: return .bytes
        }
    }

    /// Whether a type, given as the value of `Content-Type`, is worth compressing.
    static func isCompressible(_ value: String) -> Bool {
        let essence = value.prefix { $0 != ";" && $0 != " " }.lowercased()
        if essence == "text/event-stream" { return false }
        return essence.hasPrefix("text/") || essence.hasSuffix("json") || essence.hasSuffix("xml")
            || essence == "application/vnd.mapbox-vector-tile" || essence == "application/wasm"
    }
}
