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
            let answers = Answers.read("answers", &reader)
            guard let category, let description, let coordinate, let answers else { return nil }
            return Submission(
                category: category,
                description: description,
                coordinate: coordinate,
                answers: answers
            )
        }
    }
}

/// The answers to a category's questions: an object with a text, or a list of texts, for each question.
private enum Answers {
    private static let most = 32

    /// The answers; empty if there are none, nil if something is wrong with them.
    static func read(_ name: String, _ reader: inout FieldReader) -> [String: [String]]? {
        guard let json = reader.json(name, .optional) else { return [:] }
        guard let members = json.objectValue?.members, members.count <= most else {
            reader.report(name, .type, wording)
            return nil
        }
        var answers: [String: [String]] = [:]
        for member in members {
            guard let values = texts(member.value) else {
                reader.report(name, .type, wording)
                return nil
            }
            answers[member.name] = values
        }
        return answers
    }

    private static func texts(_ value: JSON) -> [String]? {
        if let text = value.stringValue { return [text] }
        guard let list = value.arrayValue, list.count <= most else { return nil }
        let texts = list.compactMap(\.stringValue)
        return texts.count == list.count ? texts : nil
    }

    private static let wording = LocalizedText(
        pl: "Oczekiwano obiektu: kod pytania i odpowiedź albo lista odpowiedzi.",
        en: "Expected an object: each question's code with an answer or a list of answers."
    )
}
