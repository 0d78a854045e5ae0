import Geography

/// Where a made-up report is.
struct SeedPlace {
    let coordinate: Coordinate
    /// Index of the district.
    let district: Int
    /// Index of the street in the district.
    let street: Int
    /// House number.
    let number: Int

    /// The place some metres away, its address unchanged.
    ///
    /// Microdegrees per metre are those of 50 degrees north.
    func moved(east: Int, north: Int) -> SeedPlace? {
        coordinate.moved(east: east, north: north).map {
            SeedPlace(coordinate: $0, district: district, street: street, number: number)
        }
    }
}

extension Coordinate {
    /// The place some metres away, near 50 degrees north; nil if it isn't on Earth.
    func moved(east: Int, north: Int) -> Coordinate? {
        Coordinate(
            longitudeMicros: longitudeMicros + Int32(clamping: east * 14),
            latitudeMicros: latitudeMicros + Int32(clamping: north * 9)
        )
    }
}
