import Formats
import HTTP
import Ledger
import Reports
import Territory

/// A page of a layer's features, read and ready to be shown.
struct LayerItems: Sendable {
    /// Features of one layer.
    enum Features: Sendable {
        case reports([FeatureLine])
        case plain([PlainFeature])
        /// Reports as they stand in a list of GeoJSON.
        case written([[UInt8]])

        var count: Int {
            switch self {
            case .reports(let lines): lines.count
            case .plain(let features): features.count
            case .written(let features): features.count
            }
        }
    }

    let features: Features
    /// Where the list goes on; nil at its end.
    let next: String?
    /// How many there are in all, where that is known.
    let matched: Int?
}

extension OGCDoor {
    /// Reads what a visit asks of a layer.
    ///
    /// - Throws: 400 with everything that is wrong.
    func items(of layer: Layer, for visit: LayerVisit) async throws -> LayerItems {
        let question = try LayerQuestion(
            reading: visit.reader,
            of: layer,
            most: visit.offer.isPage ? ItemsQuery.mostOnPage : ItemsQuery.most,
            for: visit.audience,
            in: visit.city
        )
        guard case .reports(let filter, let key) = question.filter else {
            return plainItems(of: layer, question, for: visit)
        }
        let page = try await ledger.features(of: filter, after: key, limit: question.limit)
        return LayerItems(
            features: try await features(page.found, for: visit),
            next: page.next?.description,
            matched: page.matched
        )
    }

    private func features(_ found: FeaturePage.Found, for visit: LayerVisit) async throws
        -> LayerItems.Features
    {
        switch found {
        case .lines(let lines): return .reports(lines)
        case .places(let places):
            if case .everyone = visit.audience, !visit.offer.isPage {
                return .written(try await written(places, for: visit))
            }
            return .reports(try await ledger.lines(of: places, for: visit.audience))
        }
    }

    /// The features of some reports for everybody, of which only those are read that were not written before.
    private func written(_ places: [FeaturePlace], for visit: LayerVisit) async throws -> [[UInt8]] {
        let variant = FeatureCache.Variant(
            city: visit.city.version,
            language: visit.language.rawValue,
            base: visit.visit.origin
        )
        var known = features.find(places, variant)
        let missing = places.indices.filter { known[$0] == nil }
        guard !missing.isEmpty else { return known.compactMap { $0 } }
        let fields = FeatureFields(visit)
        let lines = try await ledger.lines(of: missing.map { places[$0] }, for: visit.audience)
        var made: [(place: FeaturePlace, bytes: [UInt8])] = []
        // What everybody could know of a moment ago may be hidden by now: then there is no line of it.
        var rest = lines[...]
        for index in missing where rest.first?.id == places[index].id {
            guard let line = rest.popFirst() else { break }
            var json = JSONWriter(reserving: 1_024)
            json.beginFeature(line, fields)
            json.endObject()
            known[index] = json.bytes
            made.append((line.place, json.bytes))
        }
        features.keep(made, variant)
        return known.compactMap { $0 }
    }

    private func plainItems(of layer: Layer, _ question: LayerQuestion, for visit: LayerVisit) -> LayerItems {
        guard case .plain(let query) = question.filter else {
            return LayerItems(features: .plain([]), next: nil, matched: 0)
        }
        let all = layers.value(at: visit.visit.now).features(of: layer, query)
        let rest = query.place.map { place in all.filter { $0.order > place } } ?? all
        let page = Array(rest.prefix(question.limit))
        let next = rest.count > question.limit ? page.last.map(PlainQuery.cursor) : nil
        return LayerItems(features: .plain(page), next: next, matched: all.count)
    }
}
