/// Everything within some metres of a place, as far as a city reaches.
package struct Circle: Sendable, Hashable {
    package let centre: Coordinate
    package let metres: Double

    /// Joins the place and the distance.
    package init(around centre: Coordinate, metres: Double) {
        self.centre = centre
        self.metres = metres
    }

    /// A box in which it lies.
    package var bounds: Bounds { Bounds(around: centre, metres: metres) }

    /// The latitude of its measure, in degrees: the centre's, but at the poles, where a degree has no width.
    package var latitude: Double { max(-Circle.farthest, min(centre.latitude, Circle.farthest)) }

    /// Metres that a degree has there, to the east and to the north.
    package var metresPerDegree: (east: Double, north: Double) {
        let surroundings = Surroundings(of: centre, latitude: latitude)
        return (surroundings.east * 1e6, surroundings.north * 1e6)
    }

    private static let farthest = 89.0
}
