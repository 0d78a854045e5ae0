import Reports

/// What a report's words say, as it is compared with what others say.
///
/// It is made of the public words, so nothing that is masked for everybody can be asked out of it; of what is masked, only
/// the plates of vehicles are compared, since whoever asks has to know them.
package struct TextTraits: Sendable {
    /// Each once, in the order of their keys.
    let terms: [Term]
    let numbers: [NumberMention]
    let traits: [TraitMention]
    /// What it says stands near by.
    let places: [PlaceMention]
    let plates: [String]
    /// Beginnings, middles and ends of its words, three letters each; sorted, each once.
    let trigrams: [UInt32]

    /// At most so many terms are compared.
    static let mostTerms = 96
    private static let mostTrigrams = 400

    init(_ words: ReportWords, answers: [String: [String]], category: String, lexicon: Lexicon) {
        var reading = TextReading(lexicon, category: category)
        reading.read(words.publicDescription, isAddress: false)
        for (_, values) in answers.sorted(by: { $0.key < $1.key }) {
            // Codes of choices say nothing; what was typed has a digit or a space in it.
            for value in values where value.contains(where: { $0 == " " || $0.isNumber }) {
                reading.read(value, isAddress: false)
            }
        }
        if let address = words.publicAddress { reading.read(address, isAddress: true) }
        terms = Array(reading.terms.values.sorted().prefix(TextTraits.mostTerms))
        numbers = reading.numbers
        traits = reading.traits
        places = reading.places.map { PlaceMention(key: $0.key, weight: $0.value) }
        plates = Masking.plates(in: words.description)
        var trigrams: [UInt32] = []
        trigrams.reserveCapacity(min(reading.trigrams.count, TextTraits.mostTrigrams))
        for trigram in reading.trigrams.sorted() where trigram != trigrams.last {
            guard trigrams.count < TextTraits.mostTrigrams else { break }
            trigrams.append(trigram)
        }
        self.trigrams = trigrams
    }

    /// How much the text says in all.
    var weight: Float { terms.reduce(0) { $0 + $1.weight } }
}
