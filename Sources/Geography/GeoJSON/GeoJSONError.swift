package import Formats

/// Why a file isn't GeoJSON that Emapa can read.
package enum GeoJSONError: Error, Equatable, Sendable {
    /// It isn't even JSON, or it is too big.
    case syntax(JSONSyntaxError)
    /// It is JSON, but no collection of features.
    case notACollection
    /// It has more features than are read.
    case tooManyFeatures(limit: Int)
    /// The feature at this index, the first being 0, is wrong.
    case feature(index: Int, FeatureFault)
}

/// What is wrong with one feature.
package enum FeatureFault: Error, Equatable, Sendable {
    /// Its type isn't `Feature`.
    case notAFeature
    /// Its identifier is neither a text nor a whole number.
    case badIdentifier
    /// Its properties are neither an object nor null.
    case badProperties
    /// It has no place.
    case noGeometry
    /// Its kind of geometry isn't among the six that are read; collections aren't.
    case unknownGeometry
    /// Its coordinates aren't nested as its kind demands, or aren't numbers.
    case badCoordinates
    /// A position isn't in degrees on Earth: mostly a file in another reference system.
    case notOnEarth
    /// Its positions don't make a line or ring.
    case flaw(GeometryFlaw)
}

extension GeoJSONError: CustomStringConvertible {
    /// The failure in plain words.
    package var description: String {
        switch self {
        case .syntax(let error):
            error.description
        case .notACollection: "not a GeoJSON FeatureCollection"
        case .tooManyFeatures(let limit): "more than \(limit) features"
        case .feature(let index, let fault): "feature \(index): \(fault)"
        }
    }
}

extension FeatureFault: CustomStringConvertible {
    /// The fault in plain words.
    package var description: String {
        switch self {
        case .notAFeature: "its type is not Feature"
        case .badIdentifier: "its id is neither a text nor a whole number"
        case .badProperties: "its properties are not an object"
        case .noGeometry: "it has no geometry"
        case .unknownGeometry: "its geometry is not a point, line or polygon, single or multiple"
        case .badCoordinates: "its coordinates are not nested lists of numbers as its type demands"
        case .notOnEarth: "a position is not longitude and latitude in degrees"
        case .flaw(let flaw): flaw.description
        }
    }
}
