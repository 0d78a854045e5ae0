import Formats
import Geography
import Reports

/// Where a sender says it is: a point, or words in which the place is found.
struct SubmittedPlace {
    private static let leastExact = 100_000.0

    var coordinate: Coordinate?
    var precision: Double?
    var address: String?

    /// Reads `location` and `address`, one of which has to be there.
    static func read(_ reader: inout FieldReader) -> SubmittedPlace {
        var place = SubmittedPlace()
        place.address = reader.string("address", .optional, length: 1...Submission.longestAddress)
        // Looked for first: a location that is wrong is not one that is missing.
        if reader.json("location", .optional) == nil {
            if reader.json("address", .optional) == nil { reader.report("location", .missing, missing) }
            return place
        }
        let point = reader.object("location") { location -> (Coordinate, Double?)? in
            let longitude = location.number("lon", in: -180...180)
            let latitude = location.number("lat", in: -90...90)
            let precision = location.number("precision_m", .optional, in: 0...leastExact)
            guard let longitude, let latitude,
                let coordinate = Coordinate(longitude: longitude, latitude: latitude)
            else { return nil }
            return (coordinate, precision)
        }
        place.coordinate = point?.0
        place.precision = point?.1
        return place
    }

    private static let missing = LocalizedText(
        pl: "Podaj miejsce: współrzędne albo adres.",
        en: "Say where it is: coordinates or an address."
    )
}
