import Formats
import Geography
import Reports
import Territory

/// What a layer of the city's data is asked for.
struct PlainQuery {
    let box: DegreeBox?
    /// The days of which one must be among those on which a feature is in force; nil for any.
    let days: Validity?
    /// The values that the properties of some names may have.
    let values: [String: [String]]
    /// What comes before a feature that is wanted, by its order; nil at the beginning.
    let place: String?

    init(box: DegreeBox?, days: Validity?, values: [String: [String]], place: String?) {
        self.box = box
        self.days = days
        self.values = values
        self.place = place
    }

    init(reading reader: inout QueryReader, _ items: ItemsQuery, of layer: Layer, in zone: TimeZoneRules) {
        box = items.box
        days = items.time.map { $0.days(in: zone) }
        var values: [String: [String]] = [:]
        for name in layer.filters {
            let wanted = reader.values(name)
            if !wanted.isEmpty { values[name] = wanted }
        }
        self.values = values
        place = items.cursor.flatMap { Base64URL.decode($0) }.flatMap {
            String(validating: $0, as: UTF8.self)
        }
        if items.cursor != nil, place == nil { reader.report("cursor", "format", .madeUpPlace) }
    }

    func isMet(by feature: PlainFeature) -> Bool {
        if let days, !days.isPossible || !days.overlaps(feature.validity) { return false }
        // What has no place lies in no box.
        if let box { guard let geometry = feature.geometry, box.meets(geometry) else { return false } }
        return values.allSatisfy { name, wanted in
            // Codes are the same in all languages.
            wanted.contains(feature.property(name)?.text(in: .en) ?? "")
        }
    }

    /// The cursor of the place right after a feature.
    static func cursor(after feature: PlainFeature) -> String {
        Base64URL.encode(Array(feature.order.utf8))
    }
}
