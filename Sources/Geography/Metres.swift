import Glibc

/// A place in the city's own grid, EPSG:2178 (PL-2000 zone 7), in metres.
///
/// Distances and areas are computed here, because the city's official areas are measured in this grid.
package struct Metres: Hashable, Sendable {
    /// Easting: x grows to the east. (The grid's own axis order is northing first; ours never is.)
    package let x: Double
    /// Northing: y grows to the north.
    package let y: Double

    /// A place by its easting and northing.
    package init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }

    /// How far another place is, in a straight line.
    package func distance(to other: Metres) -> Double {
        hypot(x - other.x, y - other.y)
    }
}

extension Metres: PlanePosition {}
