import HTTP
import Pages

/// Tiles of another service under the reports, as the administrator configured them.
package struct Basemap: Sendable, Equatable {
    /// How the tiles are asked for.
    package enum Kind: String, Sendable {
        /// `{z}`, `{x}` and `{y}`, or `{-y}` where rows are counted from below.
        case xyz
        /// `{TileMatrix}`, `{TileRow}` and `{TileCol}` of the set GoogleMapsCompatible.
        case wmts
    }

    let template: String
    let kind: Kind
    let attribution: String
    /// Where the pictures come from, as a content security policy names it.
    private let source: String

    /// Reads an address with the names of a tile in braces; nil for anything else.
    package init?(template: String, attribution: String) {
        let names = Basemap.names(in: template)
        if names.isSuperset(of: ["z", "x"]), names.contains("y") != names.contains("-y") {
            kind = .xyz
        } else if names.isSuperset(of: ["TileMatrix", "TileRow", "TileCol"]) {
            kind = .wmts
        } else {
            return nil
        }
        let parts = template.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 4, ["https:", "http:"].contains(parts[0]), parts[1].isEmpty, !parts[2].isEmpty,
            PublicAddress("\(parts[0])//\(parts[2])") != nil,
            template.unicodeScalars.allSatisfy({
                $0.isASCII && $0.value > 0x20 && !"\"'<>;,".unicodeScalars.contains($0)
            })
        else { return nil }
        self.template = template
        self.attribution = attribution
        source = "\(parts[0])//\(parts[2])"
    }

    /// The policy of pages, with these pictures besides.
    var policy: ContentSecurityPolicy { .page(picturesFrom: source) }

    var values: PageScope {
        ["url": .text(template), "kind": .text(kind.rawValue), "attribution": .text(attribution)]
    }

    private static func names(in template: String) -> Set<String> {
        var names: Set<String> = []
        for piece in template.split(separator: "{").dropFirst() {
            if let end = piece.firstIndex(of: "}") { names.insert(String(piece[..<end])) }
        }
        return names
    }
}
