import Formats
import Geography
import HTTP
import Intake
import LiveMap
import Reports
import Territory

extension TwinQuestion {
    /// Reads `?lon=&lat=&category=&description=[&radius=][&at=]`; throws every mistake at once.
    init(_ query: Query, in city: City) throws(Problem) {
        var reader = QueryReader(query)
        let place = reader.place()
        let category = reader.required("category").flatMap { code -> String? in
            if city.catalogue[code] != nil { return code }
            reader.report("category", "unknown", City.unknownCategoryWords)
            return nil
        }
        let description = reader.text("description") ?? ""
        if description.unicodeScalars.count > Submission.longestDescription {
            reader.report("description", "length", .tooLong)
        }
        let radius = reader.numberIfAny("radius", in: 1...NearQuestion.mostMetres)
        let moment = reader.moment("at")
        try reader.finish()
        // What isn't there was reported above.
        guard let place, let category else { throw .internalError }
        self.init(
            category: category,
            words: ReportWords(masking: description, address: nil),
            coordinate: place,
            radius: radius,
            moment: moment
        )
    }

    /// Reads the same from a JSON body, and what else a report being written has.
    static func read(_ reader: inout FieldReader, in city: City) -> TwinQuestion? {
        let longitude = reader.number("lon", in: -180...180)
        let latitude = reader.number("lat", in: -90...90)
        let category = reader.string("category", length: 1...64)
        if let category, city.catalogue[category] == nil {
            reader.report("category", .choice, City.unknownCategoryWords)
        }
        let description = reader.string(
            "description",
            .optional,
            length: 0...Submission.longestDescription,
            controls: .lineEnds
        )
        let address = reader.string("address", .optional, length: 1...Submission.longestAddress)
        let precision = reader.number("precision_m", .optional, in: 0...100_000)
        let answers = SubmittedAnswers.read("answers", &reader)
        let photos = reader.parsed(
            each: "photos",
            .optional,
            count: 0...ReportPhoto.mostPerReport,
            length: 1...128,
            Submission.photoWording
        ) { PhotoIdentifier(parsing: $0) }
        let radius = reader.number("radius", .optional, in: 1...NearQuestion.mostMetres)
        let moment = reader.parsed("at", .optional, length: 1...40, .moment) { Timestamp(parsing: $0) }
        guard let category, let longitude, let latitude,
            let coordinate = Coordinate(longitude: longitude, latitude: latitude)
        else { return nil }
        return TwinQuestion(
            category: category,
            words: ReportWords(masking: description ?? "", address: address),
            answers: answers ?? [:],
            coordinate: coordinate,
            precision: precision,
            photos: photos ?? [],
            radius: radius,
            moment: moment
        )
    }
}

extension LocalizedText {
    fileprivate static let tooLong = LocalizedText(
        pl: "Opis może mieć najwyżej \(Submission.longestDescription) znaków.",
        en: "The description may have at most \(Submission.longestDescription) characters."
    )
    fileprivate static let moment = LocalizedText(
        pl: "Oczekiwano daty i czasu, jak 2026-06-30T12:00:00Z.",
        en: "Expected a moment as in 2026-06-30T12:00:00Z."
    )
}
