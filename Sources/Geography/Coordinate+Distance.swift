import Glibc

extension Coordinate {
    /// How many metres another place is away, within a hundredth over the width of a city.
    package func roughDistance(to other: Coordinate) -> Double {
        let middle = (latitude + other.latitude) / 2 * (Double.pi / 180)
        let north = (latitude - other.latitude) * 111_200
        let east = (longitude - other.longitude) * 111_320 * cos(middle)
        return hypot(east, north)
    }
}
