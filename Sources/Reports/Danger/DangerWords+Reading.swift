import Formats

extension DangerWords {
    /// More phrases than this would make every report slow.
    private static let mostPhrases = 2_000

    /// Reads `danger.json`.
    package init(parsing bytes: [UInt8]) throws(CityDataError) {
        let document = try CityDocument(parsing: bytes, name: "danger")
        var entries: [Entry] = []
        var count = 0
        for part in try document.list("entries") {
            let numbers = try part.texts("numbers")
            guard !numbers.isEmpty else { throw part.error("numbers", "must name a number to call") }
            let phrases = try DangerWords.phrases("phrases", of: part)
            guard !phrases.isEmpty else { throw part.error("phrases", "must name a phrase") }
            let entry = Entry(
                emergency: EmergencyAdvice(numbers: numbers, advice: try part.localized("advice")),
                phrases: phrases,
                except: try DangerWords.phrases("except", of: part)
            )
            count += entry.phrases.count + entry.except.count
            entries.append(entry)
        }
        let passing = try document.partIfAny("passing")
        var before: [Lead] = []
        var after: [DangerPhrase] = []
        if let passing {
            before = try DangerWords.leads(of: passing)
            after = try DangerWords.phrases("after", of: passing)
        }
        count += before.count + after.count
        guard count <= DangerWords.mostPhrases else {
            throw document.error("entries", "must have at most \(DangerWords.mostPhrases) phrases in all")
        }
        self.init(entries, before: before, after: after)
    }

    /// A lead whose words may be followed by others ends with `..`.
    private static func leads(of part: CityDocument) throws(CityDataError) -> [Lead] {
        var leads: [Lead] = []
        for (index, text) in try part.texts("before").enumerated() {
            let isFar = text.hasSuffix(" ..")
            guard let phrase = DangerPhrase(isFar ? String(text.dropLast(3)) : text) else {
                throw part.error("before[\(index)]", DangerWords.noPhrase(text))
            }
            leads.append(Lead(phrase: phrase, isFar: isFar))
        }
        return leads
    }

    private static func noPhrase(_ text: String) -> String {
        "'\(text)' is no phrase; docs/city.md says how it is written"
    }

    private static func phrases(
        _ key: String,
        of part: CityDocument
    ) throws(CityDataError) -> [DangerPhrase] {
        var phrases: [DangerPhrase] = []
        for (index, text) in try part.texts(key).enumerated() {
            guard let phrase = DangerPhrase(text) else {
                throw part.error("\(key)[\(index)]", noPhrase(text))
            }
            phrases.append(phrase)
        }
        return phrases
    }
}
