package import Geography

/// Where a report lies and who must act there.
package struct Placement: Sendable, Hashable {
    package let coordinate: Coordinate
    /// The same place in the city's metric system (EPSG:2178).
    package let metres: Metres
    /// The district's code: its Roman number in Kraków.
    package let district: String
    /// The code of the unit in charge.
    package let unit: String

    package init(coordinate: Coordinate, metres: Metres, district: String, unit: String) {
        self.coordinate = coordinate
        self.metres = metres
        self.district = district
        self.unit = unit
    }
}
