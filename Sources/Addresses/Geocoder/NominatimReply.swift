import Formats
import Geography

/// The answers of a Nominatim-compatible service (jsonv2, with address details).
enum NominatimReply {
    /// Why an answer cannot be used.
    struct Unreadable: Error {}

    private static let limits = JSONLimits(bytes: 1 << 20, depth: 16, values: 20_000)
    private static let mostEntries = 50
    private static let longestText = 200

    /// The entries of an answer to `/search`; entries that name no place are left out.
    static func entries(parsing bytes: [UInt8]) throws(Unreadable) -> [Address] {
        guard let entries = try parse(bytes).arrayValue else { throw Unreadable() }
        return entries.prefix(mostEntries).compactMap { $0.objectValue.flatMap(address) }
    }

    /// The entry of an answer to `/reverse`; nil if the service knows none.
    static func entry(parsing bytes: [UInt8]) throws(Unreadable) -> Address? {
        guard let object = try parse(bytes).objectValue else { throw Unreadable() }
        if object["error"] != nil { return nil }
        guard object["lat"] != nil else { throw Unreadable() }
        return address(object)
    }

    private static func parse(_ bytes: [UInt8]) throws(Unreadable) -> JSON {
        do {
            return try JSON.parse(bytes, limits: limits)
        } catch {
            throw Unreadable()
        }
    }

    private static func address(_ entry: JSONObject) -> Address? {
        guard let longitude = degrees(entry["lon"]), let latitude = degrees(entry["lat"]),
            let coordinate = Coordinate(longitude: longitude, latitude: latitude)
        else { return nil }
        let details = entry["address"]?.objectValue ?? JSONObject()
        let road = ["road", "pedestrian", "footway", "square"].lazy.compactMap { text(details[$0]) }.first
        let number = text(details["house_number"])
        // A house in a village without streets has the village's name.
        let place = ["place", "neighbourhood", "suburb", "village"].lazy.compactMap { text(details[$0]) }
            .first
        let name = number == nil ? text(entry["name"]) ?? road : road ?? place ?? text(entry["name"])
        guard let name, !FoldedStreet(name).name.isEmpty else { return nil }
        return Address(
            street: name,
            number: number,
            postcode: text(details["postcode"]),
            coordinate: coordinate,
            kind: kind(entry, hasNumber: number != nil),
            precision: precision(entry["boundingbox"]?.arrayValue),
            origin: text(entry["licence"])
        )
    }

    private static func kind(_ entry: JSONObject, hasNumber: Bool) -> AddressKind {
        if hasNumber { return .address }
        let category = entry["category"]?.stringValue ?? entry["class"]?.stringValue
        switch (category, entry["type"]?.stringValue) {
        case ("place", "square"): return .square
        case ("highway", _): return .street
        case ("place", _), ("boundary", _): return .estate
        default: return .landmark
        }
    }

    /// Half the diagonal of the entry's box: no point of it is farther from the middle.
    private static func precision(_ box: [JSON]?) -> Double? {
        guard let box, box.count == 4 else { return nil }
        let edges = box.compactMap { degrees($0) }
        guard edges.count == 4, let west = Coordinate(longitude: edges[2], latitude: edges[0]),
            let east = Coordinate(longitude: edges[3], latitude: edges[1])
        else { return nil }
        return (west.distance(to: east) / 2).rounded(.up)
    }

    /// Degrees as the service writes them: a text, seldom a number.
    private static func degrees(_ json: JSON?) -> Double? {
        json?.numberValue?.double ?? json?.stringValue.flatMap { AddressColumns.decimal($0) }
    }

    private static func text(_ json: JSON?) -> String? {
        guard let text = json?.stringValue, !text.isEmpty, text.unicodeScalars.count <= longestText,
            !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
        else { return nil }
        return text
    }
}
