import Formats

/// A collection of features: what maps call a layer.
enum Layer: String, CaseIterable, Sendable {
    case reports
    case districts
    case zones
    case units

    /// What its features can be asked for besides box and time, in the order in which it is told.
    var filters: [String] {
        switch self {
        case .reports: ["category", "kind", "status", "district", "unit"]
        case .districts: ["code"]
        case .zones: ["layer", "code", "use"]
        case .units: ["code", "kind"]
        }
    }

    /// The properties of its features that everybody gets.
    var fields: [String] {
        switch self {
        case .reports: FeatureFields.publicNames
        case .districts: ["code", "number", "name", "precision_m", "valid_from", "valid_until"]
        case .zones:
            [
                "layer", "layer_name", "code", "name", "use", "width_m", "precision_m", "source",
                "valid_from",
                "valid_until",
            ]
        case .units:
            ["code", "name", "kind", "handles", "advice", "emergency_number", "valid_from", "valid_until"]
        }
    }

    /// Whether its features have a place.
    var hasGeometry: Bool { self != .units }
    /// Whether there are tiles of it.
    var hasTiles: Bool { self == .reports }
    /// What pages draw it with.
    var icon: String {
        switch self {
        case .reports: "pin"
        case .districts: "map"
        case .zones: "park"
        case .units: "unit"
        }
    }

    /// The path of the layer below the root.
    var path: String { "/collections/\(rawValue)" }
}
