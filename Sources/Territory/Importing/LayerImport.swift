import Formats
import Geography

/// Turns a layer's file into the layer as it is kept: degrees to six decimals, named as the city names it.
struct LayerImport {
    let document: String
    let system: ReferenceSystem?
    let city: CityDocuments

    func content(of bytes: [UInt8]) throws(LayerChecks.Refusal) -> [UInt8] {
        let region = CityExtent(city["city"].last?.content).region
        let read = try LayerChecks.features(of: bytes, in: system, near: region)
        return layer(read.features, read.members)
    }

    private func layer(_ features: [Feature], _ members: [JSONObject.Member]) -> [UInt8] {
        var json = JSONWriter(reserving: 256 << 10)
        json.beginObject()
        json.key("type")
        json.string("FeatureCollection")
        for member in named(members) {
            json.key(member.name)
            json.value(member.value)
        }
        json.key("features")
        json.beginArray()
        for feature in features { json.feature(feature) }
        json.endArray()
        json.endObject()
        return json.bytes
    }

    /// A layer of zones has names that programs for maps can't write: what is missing stays as it was.
    private func named(_ members: [JSONObject.Member]) -> [JSONObject.Member] {
        guard document.hasPrefix("zones/") else { return members }
        var named = members
        if !members.contains(where: { $0.name == "layer" }) {
            named.append(.init(name: "layer", value: .string(String(document.dropFirst(6)))))
        }
        let hasName = members.contains { $0.name == "name" && $0.value.objectValue != nil }
        if !hasName, let name = presentName {
            named.removeAll { $0.name == "name" }
            named.append(.init(name: "name", value: name))
        }
        return named
    }

    private var presentName: JSON? {
        let present = city[document].last.flatMap { try? JSON.parse($0.content, limits: .file) }
        return present?.objectValue?["name"]
    }
}

extension JSONWriter {
    fileprivate mutating func feature(_ feature: Feature) {
        beginObject()
        key("type")
        string("Feature")
        if let id = feature.id {
            key("id")
            if let number = Int(id) { integer(number) } else { string(id) }
        }
        key("properties")
        object(feature.properties)
        key("geometry")
        geometry(feature.geometry)
        endObject()
    }
}
