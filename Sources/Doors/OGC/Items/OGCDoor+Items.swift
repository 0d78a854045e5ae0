import Formats
import HTTP
import Ledger
import Reports
import Territory

/// Lists of features and single ones.
extension OGCDoor {
    func openItems(_ group: inout RouteGroup, _ tongue: Tongue) {
        get(&group, "/collections/{layer}/items", in: tongue, [.geoJSON, .html]) { visit in
            let layer = try visit.request.parameters.choice("layer", of: Layer.self)
            let items = try await items(of: layer, for: visit)
            if visit.offer.isPage { return try page(of: items, in: layer, for: visit) }
            var json = JSONWriter(reserving: 1_024 * (items.features.count + 1))
            write(items, of: layer, to: &json, for: visit)
            // The moment of the answer is no part of what it says.
            let tag = EntityTag.weak(EntityTag.hashing(json.bytes))
            json.key("timeStamp")
            json.moment(visit.visit.now)
            json.endObject()
            return answer(json.bytes, tag: tag, to: visit)
        }
        get(&group, "/collections/{layer}/items/{feature}", in: tongue, [.geoJSON, .html]) { visit in
            let layer = try visit.request.parameters.choice("layer", of: Layer.self)
            let feature = try await feature(of: layer, for: visit)
            if visit.offer.isPage { return try page(of: feature, in: layer, for: visit) }
            var json = JSONWriter(reserving: 2_048)
            begin(feature, FeatureFields(visit), to: &json, for: visit)
            json.links(visit.links(among: [.geoJSON, .html]) + [visit.link("collection", layer.path)])
            json.endObject()
            return answer(json.bytes, to: visit)
        }
    }

    /// The one feature that an address names.
    ///
    /// - Throws: `no-such-feature`, also for what the caller may not know of.
    func feature(of layer: Layer, for visit: LayerVisit) async throws -> LayerItems.Features {
        var reader = visit.reader
        try reader.finish()
        let id = try visit.request.parameters.text("feature")
        if layer == .reports {
            guard let number = ReportNumber(parsing: id), number.description == id,
                let line = try await ledger.feature(number, for: visit.audience)
            else { throw Problem.noSuchFeature }
            return .reports([line])
        }
        guard let feature = layers.value(at: visit.visit.now).feature(id, of: layer) else {
            throw Problem.noSuchFeature
        }
        return .plain([feature])
    }

    private func write(_ items: LayerItems, of layer: Layer, to json: inout JSONWriter, for visit: LayerVisit)
    {
        json.beginObject()
        json.key("type")
        json.string("FeatureCollection")
        json.key("features")
        json.beginArray()
        switch items.features {
        case .reports(let lines):
            let fields = FeatureFields(visit)
            for line in lines {
                json.beginFeature(line, fields)
                json.endObject()
            }
        case .plain(let features):
            for feature in features {
                json.beginFeature(feature, in: visit.language)
                json.endObject()
            }
        case .written(let features): for feature in features { json.raw(feature) }
        }
        json.endArray()
        json.key("numberReturned")
        json.integer(items.features.count)
        if let matched = items.matched {
            json.key("numberMatched")
            json.integer(matched)
        }
        var links = visit.links(among: [.geoJSON, .html])
        links.append(visit.link("collection", layer.path))
        if let next = items.next {
            links.append(LayerLink("next", visit.address(cursor: next), LayerOffer.geoJSON.type))
        }
        json.links(links)
    }

    private func begin(
        _ feature: LayerItems.Features,
        _ fields: FeatureFields,
        to json: inout JSONWriter,
        for visit: LayerVisit
    ) {
        switch feature {
        case .reports(let lines): for line in lines.prefix(1) { json.beginFeature(line, fields) }
        case .plain(let features):
            for feature in features.prefix(1) { json.beginFeature(feature, in: visit.language) }
        case .written: return
        }
    }
}

extension EntityTag {
    /// The same tag for bytes that may differ in what does not matter.
    fileprivate static func weak(_ tag: HeaderValue) -> HeaderValue {
        HeaderValue("W/" + tag.text) ?? tag
    }
}

extension Problem {
    static let noSuchFeature = Problem(
        .notFound,
        code: "no-such-feature",
        title: LocalizedText(pl: "Nie ma takiego obiektu", en: "There is no such feature")
    )
}
