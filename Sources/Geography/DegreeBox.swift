/// A box as somebody asked for it in degrees, to the last digit; its edges belong to it.
///
/// It may cross the 180th meridian: then its west is greater than its east (RFC 7946, section 5.2). Coordinates are
/// compared with the very numbers that were asked for, so that what is printed decides, and no rounding.
package struct DegreeBox: Hashable, Sendable {
    package let west: Double
    package let south: Double
    package let east: Double
    package let north: Double

    /// The box of four numbers; nil unless they are on Earth and the south lies below the north.
    package init?(west: Double, south: Double, east: Double, north: Double) {
        guard [west, east].allSatisfy({ $0 >= -180 && $0 <= 180 }),
            [south, north].allSatisfy({ $0 >= -90 && $0 <= 90 }), south <= north
        else { return nil }
        self.west = west
        self.south = south
        self.east = east
        self.north = north
    }

    /// Whether it goes over the 180th meridian.
    package var isCrossing: Bool { west > east }

    /// Whether a coordinate is inside or on an edge.
    package func contains(_ coordinate: Coordinate) -> Bool {
        let (longitude, latitude) = (coordinate.longitude, coordinate.latitude)
        let isBetween =
            isCrossing
            ? longitude >= west || longitude <= east
            : longitude >= west && longitude <= east
        return isBetween && latitude >= south && latitude <= north
    }

    /// The one or two boxes without a crossing that it is.
    package var parts: [DegreeBox] {
        guard isCrossing else { return [self] }
        return [
            DegreeBox(west: west, south: south, east: 180, north: north),
            DegreeBox(west: -180, south: south, east: east, north: north),
        ].compactMap { $0 }
    }

    /// Boxes of whole microdegrees that hold every printed coordinate that lies in it, and hardly any other.
    package var cover: [Bounds] {
        parts.compactMap { part in
            // A number of six decimals may be a little off once it is multiplied: one microdegree more is none too few.
            Bounds(
                west: max(part.west - 0.000_001, -180),
                south: max(part.south - 0.000_001, -90),
                east: min(part.east + 0.000_001, 180),
                north: min(part.north + 0.000_001, 90)
            )
        }
    }
}
