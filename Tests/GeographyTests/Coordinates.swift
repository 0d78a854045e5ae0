import Geography
import TestSupport
import Testing

/// A coordinate that the test knows to exist.
func coordinate(_ longitude: Double, _ latitude: Double) throws -> Coordinate {
    try #require(Coordinate(longitude: longitude, latitude: latitude))
}

extension SeededGenerator {
    /// Anywhere on Earth that the web map shows.
    mutating func worldCoordinate() throws -> Coordinate {
        try #require(
            Coordinate(
                longitudeMicros: .random(in: -180_000_000...180_000_000, using: &self),
                latitudeMicros: .random(in: -85_000_000...85_000_000, using: &self)
            )
        )
    }

    /// In the box around Kraków.
    mutating func cityCoordinate() throws -> Coordinate {
        try #require(
            Coordinate(
                longitudeMicros: .random(in: 19_790_000...20_220_000, using: &self),
                latitudeMicros: .random(in: 49_970_000...50_130_000, using: &self)
            )
        )
    }
}
