import Formats
import Geography
import Reports
import Territory

/// A feature of a layer that is part of the city's data.
struct PlainFeature: Sendable {
    /// What one of its properties says.
    enum Property: Sendable {
        case text(String?)
        case localized(LocalizedText?)
        case number(Double?)
        case integer(Int)

        /// The text that filters compare and pages show.
        func text(in language: Language) -> String {
            switch self {
            case .text(let text): text ?? ""
            case .localized(let text): text?[language] ?? ""
            case .number(let number): number.map { Int(exactly: $0).map(String.init) ?? "\($0)" } ?? ""
            case .integer(let number): String(number)
            }
        }
    }

    let id: String
    /// Its place in the order of its layer.
    let order: String
    let geometry: Geometry<Coordinate>?
    let validity: Validity
    let properties: [(name: String, value: Property)]

    func property(_ name: String) -> Property? {
        properties.first { $0.name == name }?.value
    }
}

extension PlainFeature {
    init(_ district: District) {
        id = district.code
        let number = String(district.number)
        order = String(repeating: "0", count: max(0, 9 - number.count)) + number + district.code
        geometry = district.outline
        validity = district.validity
        properties =
            [
                ("code", .text(district.code)), ("number", .integer(district.number)),
                ("name", .text(district.name)), ("precision_m", .number(district.precision)),
            ] + PlainFeature.days(of: district.validity)
    }

    init(_ zone: Zone, of layer: ZoneLayer) {
        id = "\(zone.layer):\(zone.code)"
        order = id
        geometry = zone.geometry
        validity = zone.validity
        properties =
            [
                ("layer", .text(zone.layer)), ("layer_name", .localized(layer.name)),
                ("code", .text(zone.code)), ("name", .text(zone.name)), ("use", .text(zone.use.rawValue)),
                ("width_m", .number(zone.width > 0 ? zone.width : nil)),
                ("precision_m", .number(zone.precision)), ("source", .text(zone.source)),
            ] + PlainFeature.days(of: zone.validity)
    }

    init(_ unit: Unit) {
        id = unit.code
        order = unit.code
        geometry = nil
        validity = unit.validity
        properties =
            [
                ("code", .text(unit.code)), ("name", .localized(unit.name)),
                ("kind", .text(unit.kind.rawValue)), ("handles", .localized(unit.handles)),
                ("advice", .localized(unit.advice)), ("emergency_number", .text(unit.emergencyNumber)),
            ] + PlainFeature.days(of: unit.validity)
    }

    private static func days(of validity: Validity) -> [(name: String, value: Property)] {
        [
            ("valid_from", .text(validity.from?.description)),
            ("valid_until", .text(validity.until?.description)),
        ]
    }
}

extension JSONWriter {
    /// Writes a feature of the city's data, open at its end for links.
    mutating func beginFeature(_ feature: PlainFeature, in language: Language) {
        beginObject()
        key(literal: "type")
        string("Feature")
        key(literal: "id")
        string(feature.id)
        key(literal: "geometry")
        if let geometry = feature.geometry { self.geometry(geometry) } else { null() }
        key(literal: "properties")
        beginObject()
        for (name, value) in feature.properties {
            key(name)
            switch value {
            case .text(let text): stringIfAny(text)
            case .localized(let text): stringIfAny(text?[language])
            case .number(let value): if let value { number(value) } else { null() }
            case .integer(let value): integer(value)
            }
        }
        endObject()
    }
}
