import Duplicates
import Formats
import Geography
import Reports
import TestSupport

extension FuzzProperty {
    /// Whatever two people write has a likeness from 0 to 1, and what one writes is never unlike itself.
    ///
    /// The bytes are two texts with a zero between them.
    package static let likeness = FuzzProperty("likeness") { bytes in
        guard let comparer else { return "Kraków's rules can't be read" }
        let texts = bytes.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        guard let one = report(texts.first ?? "", by: comparer),
            let other = report(texts.last ?? "", by: comparer)
        else { return "there is no such place" }
        let likeness = comparer.likeness(of: other, to: one)
        guard (0...1).contains(likeness.value) else { return "a likeness of \(likeness.value)" }
        let itself = comparer.likeness(of: one, to: one)
        for evidence in [Evidence.otherNumber, .otherHouse, .otherPlate, .otherPlace]
        where itself.evidence[evidence] > 0 {
            return "a text contradicts itself: \(evidence.rawValue)"
        }
        return nil
    }

    private static let comparer: Comparer? = {
        guard
            let catalogue = try? CategoryCatalogue(parsing: Checkout.read("geodata/krakow/categories.json")),
            let document = try? Checkout.read("geodata/krakow/duplicates.json"),
            let rules = try? LikenessRules(parsing: document, catalogue: catalogue)
        else { return nil }
        return Comparer(rules, catalogue: catalogue)
    }()

    private static func report(_ text: String, by comparer: Comparer) -> ComparedReport? {
        guard let place = Coordinate(longitude: 19.9373, latitude: 50.0617) else { return nil }
        return ComparedReport(
            category: "road.light",
            coordinate: place,
            text: comparer.traits(of: ReportWords(masking: text, address: text), in: "road.light"),
            created: Timestamp(seconds: 1_782_820_800)
        )
    }
}
