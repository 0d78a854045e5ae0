/// A box of coordinates, its edges included.
///
/// It never crosses the 180th meridian.
package struct Bounds: Hashable, Sendable {
    /// The corner with the smallest longitude and latitude.
    package let southWest: Coordinate
    /// The corner with the greatest longitude and latitude.
    package let northEast: Coordinate

    /// The box between two corners; nil if they are swapped on either axis.
    package init?(southWest: Coordinate, northEast: Coordinate) {
        guard southWest.longitudeMicros <= northEast.longitudeMicros,
            southWest.latitudeMicros <= northEast.latitudeMicros
        else { return nil }
        self.southWest = southWest
        self.northEast = northEast
    }

    /// For corners that are known to be in order.
    init(checkedSouthWest southWest: Coordinate, northEast: Coordinate) {
        self.southWest = southWest
        self.northEast = northEast
    }

    /// The box of four numbers in the order of GeoJSON and OGC; nil if they aren't a box on Earth.
    package init?(west: Double, south: Double, east: Double, north: Double) {
        guard let southWest = Coordinate(longitude: west, latitude: south),
            let northEast = Coordinate(longitude: east, latitude: north)
        else { return nil }
        self.init(southWest: southWest, northEast: northEast)
    }

    /// The smallest box around some coordinates; nil if there are none.
    package init?(enclosing coordinates: some Sequence<Coordinate>) {
        var west = Int32.max
        var south = Int32.max
        var east = Int32.min
        var north = Int32.min
        for coordinate in coordinates {
            west = min(west, coordinate.longitudeMicros)
            south = min(south, coordinate.latitudeMicros)
            east = max(east, coordinate.longitudeMicros)
            north = max(north, coordinate.latitudeMicros)
        }
        guard let southWest = Coordinate(longitudeMicros: west, latitudeMicros: south),
            let northEast = Coordinate(longitudeMicros: east, latitudeMicros: north)
        else { return nil }
        self.southWest = southWest
        self.northEast = northEast
    }

    /// Degrees of the western edge.
    package var west: Double { southWest.longitude }
    /// Degrees of the southern edge.
    package var south: Double { southWest.latitude }
    /// Degrees of the eastern edge.
    package var east: Double { northEast.longitude }
    /// Degrees of the northern edge.
    package var north: Double { northEast.latitude }

    /// The middle, rounded to the south-west.
    package var centre: Coordinate {
        Coordinate(
            checkedLongitudeMicros: Int32(
                (Int64(southWest.longitudeMicros) + Int64(northEast.longitudeMicros)) >> 1
            ),
            latitudeMicros: (southWest.latitudeMicros + northEast.latitudeMicros) >> 1
        )
    }

    /// Whether a coordinate is inside or on an edge.
    package func contains(_ coordinate: Coordinate) -> Bool {
        coordinate.longitudeMicros >= southWest.longitudeMicros
            && coordinate.longitudeMicros <= northEast.longitudeMicros
            && coordinate.latitudeMicros >= southWest.latitudeMicros
            && coordinate.latitudeMicros <= northEast.latitudeMicros
    }

    /// Whether two boxes share at least a point.
    package func intersects(_ other: Bounds) -> Bool {
        southWest.longitudeMicros <= other.northEast.longitudeMicros
            && other.southWest.longitudeMicros <= northEast.longitudeMicros
            && southWest.latitudeMicros <= other.northEast.latitudeMicros
            && other.southWest.latitudeMicros <= northEast.latitudeMicros
    }

    /// The smallest box around both.
    package func union(_ other: Bounds) -> Bounds {
        Bounds(enclosing: [southWest, northEast, other.southWest, other.northEast]) ?? self
    }
}
