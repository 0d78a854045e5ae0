import Formats
import Geography
import Reports

extension Submission {
    /// Reads the JSON body of `POST /api/v1/reports`; throws every problem with the pointer of its field.
    init(parsing bytes: [UInt8]) throws {
        self = try FieldReader.read(try JSON.parse(bytes)) { reader in
            let category = reader.string("category", length: 1...64)
            let description = reader.string(
                "description",
                length: 0...Submission.longestDescription,
                controls: .lineEnds
            )
            let coordinate = reader.object("location") { location in
                let longitude = location.number("lon", in: -180...180)
                let latitude = location.number("lat", in: -90...90)
                guard let longitude, let latitude else { return nil as Coordinate? }
                return Coordinate(longitude: longitude, latitude: latitude)
            }
            guard let category, let description, let coordinate else { return nil }
            return Submission(category: category, description: description, coordinate: coordinate)
        }
    }
}
