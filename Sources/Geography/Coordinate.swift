/// A place on Earth as Emapa prints and stores it: longitude and latitude in whole microdegrees.
///
/// A microdegree is 11 cm of latitude, and in Kraków 7 cm of longitude.
package struct Coordinate: Hashable, Sendable {
    /// Longitude in millionths of a degree, -180,000,000 to 180,000,000.
    package let longitudeMicros: Int32
    /// Latitude in millionths of a degree, -90,000,000 to 90,000,000.
    package let latitudeMicros: Int32

    /// The place at these degrees, rounded to six decimals; nil if a number isn't finite or isn't on Earth.
    package init?(longitude: Double, latitude: Double) {
        guard longitude >= -180, longitude <= 180, latitude >= -90, latitude <= 90 else { return nil }
        longitudeMicros = Int32((longitude * 1e6).rounded())
        latitudeMicros = Int32((latitude * 1e6).rounded())
    }

    /// The place at these microdegrees; nil if it isn't on Earth.
    package init?(longitudeMicros: Int32, latitudeMicros: Int32) {
        guard longitudeMicros >= -180_000_000, longitudeMicros <= 180_000_000,
            latitudeMicros >= -90_000_000, latitudeMicros <= 90_000_000
        else { return nil }
        self.longitudeMicros = longitudeMicros
        self.latitudeMicros = latitudeMicros
    }

    /// For arithmetic that cannot leave Earth.
    init(checkedLongitudeMicros longitude: Int32, latitudeMicros latitude: Int32) {
        longitudeMicros = longitude
        latitudeMicros = latitude
    }

    /// Degrees east of Greenwich.
    package var longitude: Double { Double(longitudeMicros) / 1e6 }

    /// Degrees north of the equator.
    package var latitude: Double { Double(latitudeMicros) / 1e6 }
}

extension Coordinate: PlanePosition {
    /// The longitude in degrees.
    package var x: Double { longitude }

    /// The latitude in degrees.
    package var y: Double { latitude }
}
