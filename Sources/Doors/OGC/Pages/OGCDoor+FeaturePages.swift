import Formats
import HTTP
import Ledger
import Pages
import Reports
import Territory

/// Pages of features: some of a layer in a table and on a map, and one with all it says.
extension OGCDoor {
    func page(of items: LayerItems, in layer: Layer, for visit: LayerVisit) throws -> Response {
        let query = visit.request.query
        var values = layerHead(layer, visit)
        values.set("title", visit.words("of.\(layer.rawValue).items"))
        values.set("summary", visit.words("of.\(layer.rawValue).text"))
        values["columns"] = .list(columns(of: layer).map { ["column": .text(visit.words("columns.\($0)"))] })
        values["rows"] = .list(rows(items.features, of: layer, visit))
        values["isEmpty"] = .flag(items.features.count == 0)
        values["shown"] = .count(items.features.count)
        values["hasMatched"] = .flag(items.matched != nil)
        values["matched"] = .count(items.matched ?? 0)
        values.set("next", items.next.map { visit.address(cursor: $0) })
        values["isLater"] = .flag(query.first("cursor") != nil)
        values.set("firstHref", visit.address(without: ["cursor"]))
        values["isNarrowed"] = .flag(
            query.items.contains { !["f", "limit", "cursor"].contains($0.name) && !$0.value.isEmpty }
        )
        values.set("bbox", query.first("bbox"))
        values.set("datetime", query.first("datetime"))
        values["limits"] = .list(limits(query))
        values["filters"] = .list(filters(of: layer, query, visit))
        return try page("features", values, for: visit)
    }

    func page(of feature: LayerItems.Features, in layer: Layer, for visit: LayerVisit) throws -> Response {
        var values = layerHead(layer, visit)
        switch feature {
        case .reports(let lines):
            guard let line = lines.first else { throw Problem.noSuchFeature }
            let fields = FeatureFields(visit)
            values.set("title", "\(fields.category(line.category).name), \(line.number)")
            values.set("heading", fields.category(line.category).name)
            values.set("id", line.number)
            values.set("caseHref", visit.tongue.path("/reports/\(line.number)"))
            values["isOwn"] = .flag(line.inside != nil)
        case .plain(let features):
            guard let feature = features.first else { throw Problem.noSuchFeature }
            let name = feature.property("name")?.text(in: visit.language) ?? ""
            values.set("title", "\(name.isEmpty ? feature.id : name) (\(feature.id))")
            values.set("heading", name.isEmpty ? feature.id : name)
            values.set("id", feature.id)
            values["isOwn"] = .flag(false)
        case .written: throw Problem.noSuchFeature
        }
        values.set("summary", visit.words("of.\(layer.rawValue).text"))
        values["properties"] = .list(try properties(feature, of: layer, visit))
        return try page("feature", values, for: visit)
    }

    private func layerHead(_ layer: Layer, _ visit: LayerVisit) -> PageScope {
        [
            "code": .text(layer.rawValue),
            "layerName": .text(visit.words("of.\(layer.rawValue).title")),
            "layerHref": .text(visit.tongue.path(OGCDoor.path) + layer.path),
            "itemsHref": .text(visit.tongue.path(OGCDoor.path) + layer.path + "/items"),
            "hasGeometry": .flag(layer.hasGeometry),
            "caseHref": "",
        ]
    }

    /// What a table shows of a layer's features, besides what they are called.
    private func columns(of layer: Layer) -> [String] {
        switch layer {
        case .reports: ["category", "status", "created", "district"]
        case .districts: ["name", "valid_from"]
        case .zones: ["name", "layer", "use"]
        case .units: ["name", "kind"]
        }
    }

    private func rows(_ features: LayerItems.Features, of layer: Layer, _ visit: LayerVisit) -> [PageScope] {
        let path = visit.tongue.path(OGCDoor.path) + layer.path + "/items/"
        switch features {
        case .reports(let lines):
            let fields = FeatureFields(visit)
            return lines.map { line in
                [
                    "id": .text(line.number),
                    "href": .text(path + line.number),
                    "state": .text(line.status.state),
                    "cells": cells([
                        ("category", fields.category(line.category).name),
                        ("status", line.status.name(of: line.kind)[visit.language]),
                        ("created", visit.visit.dates.moment(line.created)), ("district", line.district),
                    ]),
                ]
            }
        case .written: return []
        case .plain(let features):
            return features.map { feature in
                [
                    "id": .text(feature.id),
                    "href": .text(path + feature.id.encodedSegment),
                    "state": "",
                    "cells": cells(
                        columns(of: layer).map { name in
                            (name, shown(name, feature, visit))
                        }
                    ),
                ]
            }
        }
    }

    private func shown(_ name: String, _ feature: PlainFeature, _ visit: LayerVisit) -> String {
        let name = name == "layer" ? "layer_name" : name
        return feature.property(name)?.text(in: visit.language) ?? ""
    }

    private func cells(_ cells: [(name: String, text: String)]) -> PageValue {
        .list(cells.map { ["text": .text($0.text), "isNumber": .flag($0.name == "created")] })
    }

    /// All that the data say, as they say it.
    private func properties(_ feature: LayerItems.Features, of layer: Layer, _ visit: LayerVisit) throws
        -> [PageScope]
    {
        var json = JSONWriter(reserving: 2_048)
        switch feature {
        case .reports(let lines): for line in lines { json.beginFeature(line, FeatureFields(visit)) }
        case .plain(let features): for feature in features { json.beginFeature(feature, in: visit.language) }
        case .written: json.beginObject()
        }
        json.endObject()
        let known = try JSON.parse(json.bytes, limits: .file).objectValue?["properties"]?.objectValue
        return (known?.members ?? []).compactMap { member in
            let text = member.value.stringValue ?? member.value.plainText
            guard !text.isEmpty else { return nil }
            let isLink = ["url", "photo"].contains(member.name)
            return [
                "field": .text(member.name),
                "meaning": .text(visit.words("fields.\(layer.rawValue).\(member.name)")),
                "text": .text(text),
                "isLink": .flag(isLink),
            ]
        }
    }

    private func limits(_ query: Query) -> [PageScope] {
        let chosen = query.first("limit") ?? "10"
        return ["10", "50", "200"].map { ["number": .text($0), "selected": .flag($0 == chosen)] }
    }

    private func filters(of layer: Layer, _ query: Query, _ visit: LayerVisit) -> [PageScope] {
        layer.filters.map { name in
            let chosen = query.first(name) ?? ""
            let choices = choices(name, of: layer, visit)
            let isKnown = choices.contains { $0.code == chosen }
            return [
                "field": .text(name),
                "label": .text(visit.words("columns.\(name)")),
                "choices": .list(
                    (isKnown || chosen.isEmpty ? choices : choices + [(chosen, chosen)]).map {
                        [
                            "value": .text($0.code), "name": .text($0.name),
                            "selected": .flag($0.code == chosen),
                        ]
                    }
                ),
            ]
        }
    }

    private func choices(_ name: String, of layer: Layer, _ visit: LayerVisit) -> [(
        code: String, name: String
    )] {
        let (city, language) = (visit.city, visit.language)
        switch (layer, name) {
        case (.reports, "category"):
            let shown = city.catalogue.categories.filter { $0.visibility != .staff }
            return shown.map { ($0.code, $0.name[language]) }
        case (.reports, "kind"):
            return ReportKind.allCases.map { ($0.rawValue, visit.words("kinds.\($0.rawValue)")) }
        case (.reports, "status"):
            return ReportStatus.allCases.map { ($0.rawValue, $0.name[language]) }
        case (.reports, "district"):
            return plain(.districts, visit).map { ($0.id, "\($0.id) \($0.text("name", language))") }
        case (.reports, "unit"):
            return plain(.units, visit).map { ($0.id, $0.text("name", language)) }
        default:
            var known: [(code: String, name: String)] = []
            for feature in plain(layer, visit) {
                let code = feature.text(name, language)
                let text = name == "layer" ? feature.text("layer_name", language) : code
                if !code.isEmpty, !known.contains(where: { $0.code == code }) { known.append((code, text)) }
            }
            return known
        }
    }

    private func plain(_ layer: Layer, _ visit: LayerVisit) -> [PlainFeature] {
        let all = PlainQuery(box: nil, days: nil, values: [:], place: nil)
        return layers.value(at: visit.visit.now).features(of: layer, all)
    }
}

extension PlainFeature {
    fileprivate func text(_ name: String, _ language: Language) -> String {
        property(name)?.text(in: language) ?? ""
    }
}

extension JSON {
    /// A number or a truth as a page shows it; nothing for what is nothing.
    fileprivate var plainText: String {
        var json = JSONWriter()
        json.value(self)
        return self == .null ? "" : String(decoding: json.bytes, as: UTF8.self)
    }
}
