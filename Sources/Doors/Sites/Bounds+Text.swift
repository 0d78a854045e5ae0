import Geography

extension Bounds {
    /// West, south, east and north, as the filter of tiles has them.
    var text: String {
        [
            southWest.longitudeText, southWest.latitudeText, northEast.longitudeText, northEast.latitudeText,
        ]
        .joined(separator: ",")
    }
}
