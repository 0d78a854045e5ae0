import Formats
import Geography
import HTTP
import Ledger
import Territory

/// What layers there are.
extension OGCDoor {
    static let crs84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
    private static let gregorian = "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian"

    func openCollections(_ group: inout RouteGroup, _ tongue: Tongue) {
        get(&group, "/collections", in: tongue, [.json, .html]) { visit in
            var reader = visit.reader
            try reader.finish()
            if visit.offer.isPage { return try collectionsPage(for: visit) }
            let beginning = try await ledger.beginning()
            var json = JSONWriter(reserving: 8_192)
            json.beginObject()
            json.key("collections")
            json.beginArray()
            for layer in Layer.allCases {
                json.beginObject()
                describe(layer, since: beginning, to: &json, for: visit)
                json.links([visit.link("self", layer.path)] + visit.links(to: layer))
                json.endObject()
            }
            json.endArray()
            json.links(visit.links(among: [.json, .html]))
            json.endObject()
            return answer(json.bytes, to: visit)
        }
        get(&group, "/collections/{layer}", in: tongue, [.json, .html]) { visit in
            let layer = try visit.request.parameters.choice("layer", of: Layer.self)
            var reader = visit.reader
            try reader.finish()
            if visit.offer.isPage { return try page(of: layer, for: visit) }
            let beginning = layer == .reports ? try await ledger.beginning() : nil
            var json = JSONWriter(reserving: 4_096)
            json.beginObject()
            describe(layer, since: beginning, to: &json, for: visit)
            json.links(visit.links(among: [.json, .html]) + visit.links(to: layer))
            json.endObject()
            return answer(json.bytes, to: visit)
        }
    }

    private func describe(
        _ layer: Layer,
        since beginning: Timestamp?,
        to json: inout JSONWriter,
        for visit: LayerVisit
    ) {
        json.key("id")
        json.string(layer.rawValue)
        json.key("title")
        json.string(visit.words("of.\(layer.rawValue).title"))
        json.key("description")
        json.string(visit.words("of.\(layer.rawValue).text"))
        json.key("attribution")
        json.string(visit.city.profile.attribution[visit.language])
        json.key("itemType")
        json.string("feature")
        json.key("crs")
        json.strings([OGCDoor.crs84])
        if layer.hasTiles {
            json.key("dataType")
            json.string("vector")
        }
        let bounds = layers.value(at: visit.visit.now).bounds(of: layer)
        guard bounds != nil || layer == .reports else { return }
        json.key("extent")
        json.beginObject()
        if let bounds { spatial(bounds, to: &json) }
        if layer == .reports { temporal(beginning, to: &json) }
        json.endObject()
    }

    private func spatial(_ bounds: Bounds, to json: inout JSONWriter) {
        json.key("spatial")
        json.beginObject()
        json.key("bbox")
        json.beginArray()
        json.beginArray()
        for corner in [bounds.southWest, bounds.northEast] {
            json.microdegrees(corner.longitudeMicros)
            json.microdegrees(corner.latitudeMicros)
        }
        json.endArray()
        json.endArray()
        json.key("crs")
        json.string(OGCDoor.crs84)
        json.endObject()
    }

    private func temporal(_ beginning: Timestamp?, to json: inout JSONWriter) {
        json.key("temporal")
        json.beginObject()
        json.key("interval")
        json.beginArray()
        json.beginArray()
        json.stringIfAny(beginning?.description)
        json.null()
        json.endArray()
        json.endArray()
        json.key("trs")
        json.string(OGCDoor.gregorian)
        json.endObject()
    }
}

extension LayerVisit {
    /// Where a layer's features and tiles are.
    fileprivate func links(to layer: Layer) -> [LayerLink] {
        let items = layer.path + "/items"
        var links = [
            link("items", "\(items)?f=json", .geoJSON, title: words("links.items")),
            link("items", "\(items)?f=html", .html, title: words("links.itemsPage")),
        ]
        if layer.hasTiles {
            links.append(
                link(
                    "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector",
                    "\(layer.path)/tiles",
                    title: words("links.tiles")
                )
            )
        }
        return links
    }
}
