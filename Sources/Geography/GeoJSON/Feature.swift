package import Formats

/// A place or an area with what is known about it (RFC 7946, section 3.2).
package struct Feature: Equatable, Sendable {
    /// The feature's own identifier, a number in its shortest spelling.
    package let id: String?
    /// Where it is, rounded to microdegrees.
    package let geometry: Geometry<Coordinate>
    /// What is known about it.
    package let properties: JSONObject

    /// A feature of its parts.
    package init(id: String? = nil, geometry: Geometry<Coordinate>, properties: JSONObject = JSONObject()) {
        self.id = id
        self.geometry = geometry
        self.properties = properties
    }
}
