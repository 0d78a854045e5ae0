package import Formats

extension Feature {
    /// Reads one feature; members that GeoJSON doesn't know are passed over (RFC 7946, section 6.1).
    package init(_ json: JSON) throws(FeatureFault) {
        let parts = try FeatureParts(json)
        self.init(id: parts.id, geometry: try Geometry(parts.geometry), properties: parts.properties)
    }
}

extension Geometry<Coordinate> {
    /// Reads a geometry object (RFC 7946, section 3.1); a position's altitude is passed over.
    package init(_ object: JSONObject) throws(FeatureFault) {
        self = try GeometryReader { Coordinate(longitude: $0, latitude: $1) }.geometry(object)
    }
}

/// A feature whose geometry has yet to be read.
struct FeatureParts {
    let id: String?
    let properties: JSONObject
    let geometry: JSONObject

    init(_ json: JSON) throws(FeatureFault) {
        guard let object = json.objectValue, object["type"] == .string("Feature") else { throw .notAFeature }
        switch object["id"] {
        case nil: id = nil
        case .string(let text): id = text
        case .number(let number):
            guard let integer = number.integer else { throw .badIdentifier }
            id = String(integer)
        default: throw .badIdentifier
        }
        switch object["properties"] {
        case nil, .null: properties = JSONObject()
        case .object(let known): properties = known
        default: throw .badProperties
        }
        guard let shape = object["geometry"]?.objectValue else { throw .noGeometry }
        geometry = shape
    }
}
