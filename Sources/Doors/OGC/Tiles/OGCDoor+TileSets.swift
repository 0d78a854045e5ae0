import Formats
import Geography
import HTTP
import Reports
import Territory

/// How tiles are found: the way they lie, and the sets of a layer.
extension OGCDoor {
    private static let scheme = "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme"

    func openTileSets(_ group: inout RouteGroup, _ tongue: Tongue) {
        get(&group, "/tileMatrixSets", in: tongue, [.json]) { visit in
            var reader = visit.reader
            try reader.finish()
            return answer(schemes(for: visit), to: visit)
        }
        get(&group, "/tileMatrixSets/{scheme}", in: tongue, [.json]) { visit in
            try requireScheme(visit)
            var json = JSONWriter(reserving: 8_192)
            json.beginObject()
            TileMatrixSet.write(to: &json)
            json.endObject()
            return answer(json.bytes, to: visit)
        }
        get(&group, "/collections/{layer}/tiles", in: tongue, [.json]) { visit in
            let layer = try tiledLayer(visit)
            var reader = visit.reader
            try reader.finish()
            var json = JSONWriter(reserving: 4_096)
            json.beginObject()
            json.key("tilesets")
            json.beginArray()
            json.beginObject()
            head(of: layer, to: &json, for: visit)
            json.links(
                [visit.link("self", "\(layer.path)/tiles/\(TileMatrixSet.name)")] + tileLinks(layer, visit)
            )
            json.endObject()
            json.endArray()
            json.links(visit.links(among: [.json]) + [visit.link("collection", layer.path)])
            json.endObject()
            return answer(json.bytes, to: visit)
        }
        get(&group, "/collections/{layer}/tiles/{scheme}", in: tongue, [.json]) { visit in
            let layer = try tiledLayer(visit)
            try requireScheme(visit)
            return answer(tileSet(of: layer, for: visit), to: visit)
        }
    }

    /// The layer of an address, if there are tiles of it.
    func tiledLayer(_ visit: LayerVisit) throws -> Layer {
        let layer = try visit.request.parameters.choice("layer", of: Layer.self)
        guard layer.hasTiles else { throw Problem.noSuchTiles }
        return layer
    }

    private func requireScheme(_ visit: LayerVisit) throws {
        guard try visit.request.parameters.text("scheme") == TileMatrixSet.name else {
            throw Problem.noSuchTiles
        }
        var reader = visit.reader
        try reader.finish()
    }

    private func schemes(for visit: LayerVisit) -> [UInt8] {
        var json = JSONWriter(reserving: 1_024)
        json.beginObject()
        json.key("tileMatrixSets")
        json.beginArray()
        json.beginObject()
        for (name, text) in [
            ("id", TileMatrixSet.name), ("title", TileMatrixSet.title), ("uri", TileMatrixSet.uri),
            ("crs", TileMatrixSet.crs),
        ] {
            json.key(name)
            json.string(text)
        }
        json.links([visit.link("self", "/tileMatrixSets/\(TileMatrixSet.name)")])
        json.endObject()
        json.endArray()
        json.links(visit.links(among: [.json]))
        json.endObject()
        return json.bytes
    }

    private func head(of layer: Layer, to json: inout JSONWriter, for visit: LayerVisit) {
        for (name, text) in [
            ("title", visit.words("of.\(layer.rawValue).title")), ("dataType", "vector"),
            ("crs", TileMatrixSet.crs), ("tileMatrixSetURI", TileMatrixSet.uri),
        ] {
            json.key(name)
            json.string(text)
        }
    }

    private func tileSet(of layer: Layer, for visit: LayerVisit) -> [UInt8] {
        var json = JSONWriter(reserving: 4_096)
        json.beginObject()
        head(of: layer, to: &json, for: visit)
        json.key("description")
        json.string(visit.words("tiles"))
        json.key("attribution")
        json.string(visit.city.profile.attribution[visit.language])
        if let bounds = layers.value(at: visit.visit.now).bounds(of: layer) {
            json.key("boundingBox")
            json.beginObject()
            for (name, corner) in [("lowerLeft", bounds.southWest), ("upperRight", bounds.northEast)] {
                json.key(name)
                json.position(corner)
            }
            json.key("crs")
            json.string(OGCDoor.crs84)
            json.endObject()
        }
        json.key("layers")
        json.beginArray()
        json.beginObject()
        for (name, text) in [("id", layer.rawValue), ("dataType", "vector")] {
            json.key(name)
            json.string(text)
        }
        json.key("geometryDimension")
        json.integer(0)
        json.endObject()
        json.endArray()
        json.links(visit.links(among: [.json]) + tileLinks(layer, visit))
        json.endObject()
        return json.bytes
    }

    private func tileLinks(_ layer: Layer, _ visit: LayerVisit) -> [LayerLink] {
        let tile = "\(layer.path)/tiles/\(TileMatrixSet.name)/{tileMatrix}/{tileRow}/{tileCol}"
        let items = [LayerOffer.vectorTile, .tile].map { offer in
            var link = visit.link("item", "\(tile)?f=\(offer.name)", offer.type)
            link.isTemplate = true
            return link
        }
        return [
            visit.link(OGCDoor.scheme, "/tileMatrixSets/\(TileMatrixSet.name)"),
            visit.link("http://www.opengis.net/def/rel/ogc/1.0/geodata", layer.path),
        ] + items
    }
}

extension LayerOffer {
    /// A tile in GeoJSON.
    static let tile = LayerOffer(
        names: ["geojson", "json"],
        type: .geoJSON,
        accepted: LayerOffer.geoJSON.accepted
    )
}

extension Problem {
    fileprivate static let noSuchTiles = Problem(
        .notFound,
        code: "no-such-tiles",
        title: LocalizedText(pl: "Nie ma takich kafli", en: "There are no such tiles"),
        detail: LocalizedText(
            pl: "Kafle ma warstwa reports, w układzie WebMercatorQuad.",
            en: "The layer reports has tiles, which lie as WebMercatorQuad."
        )
    )
}
