import Formats
import HTTP
import Pages
import Territory

/// Pages about the layers: what there is, and how to get it.
extension OGCDoor {
    func landingPage(for visit: LayerVisit) throws -> Response {
        var values = layerValues(for: visit)
        values["isLanding"] = .flag(true)
        return try page("layers", values, for: visit)
    }

    func collectionsPage(for visit: LayerVisit) throws -> Response {
        var values = layerValues(for: visit)
        values.set("title", visit.words("collections.title"))
        return try page("layers", values, for: visit)
    }

    func conformancePage(for visit: LayerVisit) throws -> Response {
        let values: PageScope = [
            "title": .text(visit.words("conformance.title")),
            "summary": .text(visit.words("conformance.text")),
            "classes": .list(Conformance.classes.map { ["address": .text($0)] }),
        ]
        return try page("conformance", values, for: visit)
    }

    func page(of layer: Layer, for visit: LayerVisit) throws -> Response {
        var values = self.values(of: layer, for: visit)
        let title = visit.words("of.\(layer.rawValue).title")
        values.set("title", title)
        values.set("summary", visit.words("of.\(layer.rawValue).text"))
        values["fields"] = .list(fields(layer.fields, of: layer, visit))
        values["filters"] = .list(fields(layer.filters, of: layer, visit))
        values["hasTime"] = .flag(true)
        values["isReports"] = .flag(layer == .reports)
        values["internalFields"] = .list(
            fields(layer == .reports ? FeatureFields.internalNames : [], of: layer, visit)
        )
        values.set("tilesHref", layer.hasTiles ? "\(visit.root)\(layer.path)/tiles" : nil)
        values.set(
            "tileHref",
            layer.hasTiles ? "\(visit.root)\(layer.path)/tiles/\(TileMatrixSet.name)/{z}/{y}/{x}?f=mvt" : nil
        )
        return try page("layer", values, for: visit)
    }

    /// A page with what all of these pages have.
    func page(_ name: String, _ values: PageScope, for visit: LayerVisit) throws -> Response {
        var scope: PageScope = [
            "root": .text(visit.root),
            "layersHref": .text(visit.tongue.path(OGCDoor.path)),
            "dataHref": .text(visit.address(as: .json)),
            "name": .text(visit.words("title")),
        ]
        scope.merge(values)
        return try site.page(name, scope, to: visit.visit)
    }

    private func layerValues(for visit: LayerVisit) -> PageScope {
        [
            "title": .text(visit.words("title")),
            "summary": .text(visit.words("description")),
            "layers": .list(Layer.allCases.map { values(of: $0, for: visit) }),
            "isLanding": false,
        ]
    }

    private func values(of layer: Layer, for visit: LayerVisit) -> PageScope {
        let path = visit.tongue.path(OGCDoor.path) + layer.path
        let count = layers.value(at: visit.visit.now).count(of: layer)
        return [
            "code": .text(layer.rawValue),
            "layerName": .text(visit.words("of.\(layer.rawValue).title")),
            "text": .text(visit.words("of.\(layer.rawValue).text")),
            "icon": .text(layer.icon),
            "href": .text(path),
            "itemsHref": .text(path + "/items"),
            "itemsAddress": .text("\(visit.root)\(layer.path)/items"),
            "hasGeometry": .flag(layer.hasGeometry),
            "hasTiles": .flag(layer.hasTiles),
            "hasCount": .flag(count != nil),
            "count": .count(count ?? 0),
        ]
    }

    private func fields(_ names: [String], of layer: Layer, _ visit: LayerVisit) -> [PageScope] {
        names.map { ["field": .text($0), "meaning": .text(visit.words("fields.\(layer.rawValue).\($0)"))] }
    }
}
