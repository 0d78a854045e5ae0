import Formats

/// A name of a street or a place as it is compared.
///
/// The kind of way (`al.`, `os.`, `plac`) stands apart, since people leave it out; titles are shortened
/// (`świętej` and `św.` are both `sw`).
package struct FoldedStreet: Hashable, Sendable {
    /// The kind of way in short: `al`, `os`, `pl`, empty for `ul.`; nil where none is said.
    package let way: String?
    /// The words of the name, joined by single spaces; empty if there are none.
    package let name: String

    /// Folds a name as somebody wrote it.
    package init(_ text: String) {
        self.init(words: FoldedText.words(of: text)[...])
    }

    /// Sorts words that are folded already.
    init(words: ArraySlice<String>) {
        var rest = words
        var way: String?
        // A way alone is the name itself: 'plac' may become 'Planty'.
        if rest.count > 1, let first = rest.first, let known = FoldedStreet.ways[first] {
            way = known
            rest = rest.dropFirst()
        }
        self.way = way
        name = rest.map { FoldedStreet.titles[$0] ?? $0 }.joined(separator: " ")
    }

    private static let ways: [String: String] = [
        "ul": "", "ulica": "", "ulicy": "",
        "al": "al", "aleja": "al", "aleje": "al", "alei": "al",
        "os": "os", "osiedle": "os", "osiedlu": "os",
        "pl": "pl", "plac": "pl", "placu": "pl",
    ]

    private static let titles: [String: String] = [
        "swiety": "sw", "swieta": "sw", "swietego": "sw", "swietej": "sw", "swietych": "sw",
        "generala": "gen", "ksiedza": "ks", "profesora": "prof", "doktora": "dr",
        "marszalka": "marsz", "pulkownika": "plk", "kardynala": "kard", "biskupa": "bp",
    ]
}
