import Formats
import LiveMap
import Testing

/// A tile as a client reads it.
struct GeoJSONTile {
    let features: [JSONObject]

    init(_ bytes: [UInt8]) throws {
        let root = try #require(JSON.parse(bytes, limits: .file).objectValue)
        features = try #require(root["features"]?.arrayValue).map { try #require($0.objectValue) }
    }

    /// The features in the words of `NaiveMap.Feature`.
    var descriptions: [String] {
        get throws {
            try features.map { feature in
                let properties = try #require(feature["properties"]?.objectValue)
                let id = try #require(feature["id"]?.numberValue)
                let place = try #require(feature["geometry"]?.objectValue?["coordinates"]?.arrayValue)
                    .map { Int(((($0.numberValue?.double ?? 0) * 1e6).rounded())) }
                let start = "\(Int(id.double)) \(place[0]) \(place[1])"
                func text(_ key: String) -> String { properties[key]?.stringValue ?? "" }
                func number(_ key: String) -> Int? { properties[key]?.numberValue.map { Int($0.double) } }
                guard properties["cluster"]?.boolValue == true else {
                    return """
                        \(start) \(text("number")) \(text("category")) \(text("kind")) \(text("status")) \
                        \(text("created")) \(number("supporters") ?? -1) \(number("members") ?? 0)
                        """
                }
                let known: Set = ["cluster", "count", "open", "opens", "category"]
                let counts = properties.members.map(\.name).filter { !known.contains($0) }.sorted()
                    .map { "\($0)=\(number($0) ?? -1)" }.joined(separator: " ")
                return """
                    \(start) \(number("count") ?? -1) \(number("open") ?? -1) \(counts) \
                    \(number("opens").map { "\($0)" } ?? "never") \(text("category"))
                    """
            }
        }
    }

    /// How many reports it stands for.
    var count: Int {
        features.reduce(0) {
            $0 + ($1["properties"]?.objectValue?["count"]?.numberValue.map { Int($0.double) } ?? 1)
        }
    }
}
