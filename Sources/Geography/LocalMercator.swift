import Glibc

/// What the web map's columns and rows mean about a place, without the sines that it takes anywhere else.
///
/// Within two kilometres, and up to 85 degrees of latitude, it gives the very coordinate that a cell was made of: the
/// curve's third term is a hundredth of a microdegree there, and a cell's middle lies nearer to its coordinate than half.
package struct LocalMercator: Sendable {
    private let latitude: Double
    /// The place's own row, between whole ones.
    private let row: Double
    /// Microdegrees to the south a row, and by how much that changes, by half.
    private let slope: Double
    private let bend: Double

    /// The map about a place.
    package init(around place: Coordinate) {
        // The map ends there, and the curve has no bounds beyond.
        latitude = max(-85_060_000, min(Double(place.latitudeMicros), 85_060_000))
        let radians = latitude * (Double.pi / 180e6)
        let (sine, cosine) = (sin(radians), cos(radians))
        let turn = 2 * Double.pi / Double(Mercator.cells)
        row = (1 - log(sine / cosine + 1 / cosine) / Double.pi) / 2 * Double(Mercator.cells) - 0.5
        slope = cosine * turn * (180e6 / Double.pi)
        bend = slope * sine * turn / 2
    }

    /// The coordinate that the cell at a column and a row was made of.
    package func coordinate(x: UInt32, y: UInt32) -> Coordinate {
        let down = Double(y) - row
        let micros = (latitude - down * (slope + down * bend)).rounded()
        return Coordinate(
            checkedLongitudeMicros: Mercator.longitudeMicros(ofColumn: x),
            latitudeMicros: Int32(max(-90e6, min(micros, 90e6)))
        )
    }
}
