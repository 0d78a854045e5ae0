import Glibc

/// The surroundings of a place as if they were flat, measured on the ellipsoid of GPS (WGS 84).
///
/// Within a kilometre a distance is true to a thousandth, up to 80 degrees of latitude. It knows nothing of what lies
/// across the 180th meridian.
package struct Surroundings: Sendable {
    private let place: Coordinate
    /// Metres a microdegree, to the east and to the north.
    let east: Double
    let north: Double

    /// The surroundings of a place, in the measure of its own latitude.
    package init(of place: Coordinate) {
        self.init(of: place, latitude: place.latitude)
    }

    /// The same in the measure of another latitude, in degrees.
    init(of place: Coordinate, latitude: Double) {
        self.place = place
        let cosine = cos(latitude * (Double.pi / 180))
        let flattened = 1 - Surroundings.eccentricity * (1 - cosine * cosine)
        let normal = Surroundings.radius * (Double.pi / 180e6) / flattened.squareRoot()
        east = normal * cosine
        north = normal * (1 - Surroundings.eccentricity) / flattened
    }

    /// How many metres away another place is.
    @inline(__always)
    package func distance(to other: Coordinate) -> Double {
        let across = Double(other.longitudeMicros - place.longitudeMicros) * east
        let up = Double(other.latitudeMicros - place.latitudeMicros) * north
        return (across * across + up * up).squareRoot()
    }

    /// Half the ellipsoid's greatest width, in metres.
    private static let radius = 6_378_137.0
    /// The square of its first eccentricity.
    private static let eccentricity = 0.006_694_379_990_14
}

extension Coordinate {
    /// How many metres another place is away, true to a thousandth over the width of a city.
    package func distance(to other: Coordinate) -> Double {
        Surroundings(of: self, latitude: (latitude + other.latitude) / 2).distance(to: other)
    }
}
