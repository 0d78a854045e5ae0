import Formats
import Geography
import Reports

extension Submission {
    /// Reads the JSON body of `POST /api/v1/reports`.
    ///
    /// - Parameters:
    ///   - bytes: the body.
    ///   - usual: the channel where the body names none.
    /// - Throws: every problem with the pointer of its field.
    init(parsing bytes: [UInt8], channel usual: Channel = .portal) throws {
        self = try FieldReader.read(try JSON.parse(bytes)) { reader in
            let category = reader.string("category", length: 1...64)
            let description = reader.string(
                "description",
                length: 0...Submission.longestDescription,
                controls: .lineEnds
            )
            let place = SubmittedPlace.read(&reader)
            let answers = SubmittedAnswers.read("answers", &reader)
            let contact = Contact.read(&reader)
            let photos = reader.parsed(
                each: "photos",
                .optional,
                count: 0...ReportPhoto.mostPerReport,
                length: 1...128,
                Submission.photoWording
            ) { PhotoIdentifier(parsing: $0) }
            let sameAs = reader.parsed("same_as", .optional, length: 1...32, .reportNumber) {
                ReportNumber(parsing: $0)
            }
            let notSameAs = reader.parsed(
                each: "not_same_as",
                .optional,
                count: 0...Submission.mostDifferent,
                length: 1...32,
                .reportNumber
            ) { ReportNumber(parsing: $0) }
            let channel = reader.choice("channel", .optional, as: Channel.self)
            let isNoEmergency = reader.bool("not_emergency", .optional)
            let imported = ImportedFacts.read(&reader)
            guard let category, let description, let answers else { return nil }
            return Submission(
                category: category,
                description: description,
                coordinate: place.coordinate,
                precision: place.precision,
                address: place.address,
                answers: answers,
                contact: contact,
                photos: photos ?? [],
                channel: channel ?? usual,
                sameAs: sameAs,
                notSameAs: notSameAs ?? [],
                isNoEmergency: isNoEmergency ?? false,
                imported: imported
            )
        }
    }

    static let photoWording = LocalizedText(
        pl: "Oczekiwano identyfikatora zdjęcia: 64 małych cyfr szesnastkowych.",
        en: "Expected a photo's identifier: 64 small hexadecimal digits."
    )
}
