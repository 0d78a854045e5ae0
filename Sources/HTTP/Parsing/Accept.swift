/// Reads `Accept` (RFC 9110 §12.5.1).
package enum Accept {
    private static let limit = 32

    /// A media range with its weight in thousandths.
    private struct Range {
        /// In lower case: `text/html`, `text/*`, `*/*`.
        let essence: String
        let quality: Int
    }

    /// Which of some answers a reader likes best; nil if it takes none of them.
    ///
    /// The first is what is given to those who do not say, and goes first among equals. Each answer may be known by several
    /// types: the first is its own, and whoever takes one of the others takes it too.
    package static func best(_ header: String?, of answers: [[String]]) -> Int? {
        guard let header else { return answers.isEmpty ? nil : 0 }
        let ranges = ranges(in: header)
        var best: (index: Int, quality: Int)?
        for (index, types) in answers.enumerated() {
            let weight = types.map { quality(of: $0, in: ranges) }.max() ?? 0
            if weight > best?.quality ?? 0 { best = (index, weight) }
        }
        return best?.index
    }

    /// The weight of the range that names a type most closely; 0 if none does.
    private static func quality(of type: String, in ranges: [Range]) -> Int {
        let family = type.prefix { $0 != "/" } + "/*"
        for essence in [type, String(family), "*/*"] {
            if let range = ranges.first(where: { $0.essence == essence }) { return range.quality }
        }
        return 0
    }

    private static func ranges(in header: String) -> [Range] {
        var scanner = HeaderScanner(header)
        var ranges: [Range] = []
        while !scanner.isAtEnd, ranges.count < limit {
            if let range = range(&scanner) { ranges.append(range) }
            scanner.skip(past: ",")
        }
        return ranges
    }

    private static func range(_ scanner: inout HeaderScanner) -> Range? {
        scanner.skipWhitespace()
        guard let type = scanner.token()?.lowercased(), scanner.consume("/"),
            let subtype = scanner.token()?.lowercased()
        else { return nil }
        var quality: Int? = 1_000
        scanner.skipWhitespace()
        while scanner.consume(";") {
            scanner.skipWhitespace()
            guard let name = scanner.token()?.lowercased(), scanner.consume("=") else { return nil }
            guard let value = scanner.token() ?? scanner.quotedString() else { return nil }
            if name == "q" { quality = QualityList.thousandths(value) }
            scanner.skipWhitespace()
        }
        return quality.map { Range(essence: "\(type)/\(subtype)", quality: $0) }
    }
}
