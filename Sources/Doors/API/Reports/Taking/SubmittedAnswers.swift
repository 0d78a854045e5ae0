import Formats

/// The answers to a category's questions: an object with a text, or a list of texts, for each question.
enum SubmittedAnswers {
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
            for text in [member.name] + values {
                guard let flaw = TextFlaw(in: text, allowing: .lineEnds) else { continue }
                reader.report(name, flaw.code, flaw.detail)
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
