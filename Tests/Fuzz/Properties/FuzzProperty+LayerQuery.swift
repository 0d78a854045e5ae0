import Doors
import Formats
import Geography
import HTTP
import Ledger
import Reports
import Territory
import TestSupport

extension FuzzProperty {
    /// Whatever a GIS program asks of a layer is refused, or read as something within bounds.
    package static let layerQuery = FuzzProperty("layerquery") { bytes in
        guard let city = try? Krakow.city else { return "Kraków can't be read" }
        guard let query = try? Query(parsing: bytes[...]) else { return nil }
        let audience = Audience.everyone(withheld: city.catalogue.withheld)
        for layer in ["reports", "districts", "zones", "units"] {
            guard
                let question = try? LayerQuestion(parsing: query, of: layer, for: audience, in: city)
            else { continue }
            if !(1...10_000).contains(question.limit) { return "a page of \(question.limit)" }
            guard let filter = question.reportFilter else { continue }
            if filter.audience != audience { return "somebody else's eyes" }
            let codes = [filter.categories, filter.districts, filter.units]
            if codes.contains(where: { $0.count > 64 || $0.contains("") }) { return "codes without bounds" }
            if let from = filter.from, let until = filter.until, from > until {
                return "a time that ends first"
            }
            if let box = filter.box, let fault = fault(in: box) { return fault }
        }
        return nil
    }

    private static func fault(in box: DegreeBox) -> String? {
        guard let place = Coordinate(longitude: 19.9373, latitude: 50.0617) else { return "no such place" }
        // It has to have an answer, and the same one twice.
        return box.meets(.point(place)) == box.meets(.point(place)) ? nil : "two answers"
    }
}
