extension Vocabulary {
    /// More words than this would make every comparison slow to begin.
    private static let mostWords = 20_000

    /// Reads the part `vocabulary` of `duplicates.json`.
    init(_ part: CityDocument) throws(CityDataError) {
        stopWords = try part.texts("stop_words")
        concepts = try Vocabulary.groups("concepts", of: part)
        landmarks = try Vocabulary.groups("landmarks", of: part)
        for trait in try part.listIfAny("traits") {
            let weight = try trait.numberIfAny("weight", in: 0...1) ?? 1
            let values = try Vocabulary.groups("values", of: trait)
            traits.append(TraitGroup(try trait.text("code"), weight: weight, values))
        }
        nameLeads = try part.texts("name_leads")
        placeLeads = try Vocabulary.groups("place_leads", of: part)
        directionLeads = try part.texts("direction_leads")
        quantities = try part.texts("quantities")
        numbered = try Vocabulary.groups("numbered", of: part)
        numerals = try Vocabulary.groups("numerals", of: part)
        cardinals = try Vocabulary.groups("cardinals", of: part)
        for group in cardinals where Int(group.code) == nil {
            throw part.error("cardinals", "'\(group.code)' is no number")
        }
        let groups =
            concepts + landmarks + numbered + numerals + cardinals + placeLeads + traits.flatMap(\.values)
        let lists = [stopWords, nameLeads, directionLeads, quantities]
        let count = groups.reduce(lists.reduce(0) { $0 + $1.count }) { $0 + $1.words.count }
        guard count <= Vocabulary.mostWords else {
            throw part.error("concepts", "must have at most \(Vocabulary.mostWords) words in all")
        }
    }

    private static func groups(_ key: String, of part: CityDocument) throws(CityDataError) -> [WordGroup] {
        var groups: [WordGroup] = []
        for group in try part.listIfAny(key) {
            let words = try group.texts("words")
            guard !words.isEmpty else { throw group.error("words", "must name a word") }
            let weight = try group.numberIfAny("weight", in: 0...10) ?? 1
            groups.append(
                WordGroup(
                    try group.text("code"),
                    weight: weight,
                    words,
                    subjectOf: try group.texts("subject_of")
                )
            )
        }
        return groups
    }
}
