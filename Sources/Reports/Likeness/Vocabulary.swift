/// The words that reports are written in, grouped by what they say, in every language that people write in.
///
/// A word that ends with `*` stands for all that begin so. How they are written does not matter: they are folded before
/// they are compared.
package struct Vocabulary: Sendable, Equatable {
    /// Words that say nothing about a matter.
    package var stopWords: [String] = []
    /// Things and troubles that many reports name.
    package var concepts: [WordGroup] = []
    /// What reports name to say where they are: a school, a shop.
    package var landmarks: [WordGroup] = []
    /// In what things of one sort differ: colours, makes, species.
    package var traits: [TraitGroup] = []
    /// Words after which a name comes: `ul.`, `osiedle`.
    package var nameLeads: [String] = []
    /// Words after which something comes that stands near by: `przy`, `za`; those that weigh tell on
    /// which side of it.
    package var placeLeads: [WordGroup] = []
    /// Words after which it is said where something leads: `w stronę`.
    package var directionLeads: [String] = []
    /// What a number before or after them counts: days, metres.
    package var quantities: [String] = []
    /// Whose numbers tell one thing from another: a lamp's, a house's.
    ///
    /// The one named `house` is meant behind a name.
    package var numbered: [WordGroup] = []
    /// Words that number a thing, as `trzecia` and `trójka`; the code is the number.
    package var numerals: [WordGroup] = []
    /// Words that count, as `trzy`; several make one number, and behind a name it is that of a house.
    package var cardinals: [WordGroup] = []

    /// No word.
    package init() {}
}

/// Words that say the same, and what it weighs when two reports say it.
package struct WordGroup: Sendable, Equatable {
    package let code: String
    package let weight: Double
    package let words: [String]
    /// The categories in which it is what the report is about, and tells no place.
    package let subjectOf: [String]

    /// Joins the parts.
    package init(_ code: String, weight: Double, _ words: [String], subjectOf: [String] = []) {
        self.code = code
        self.weight = weight
        self.words = words
        self.subjectOf = subjectOf
    }
}

/// A property of which a thing has one value: who writes of a red car means no blue one.
package struct TraitGroup: Sendable, Equatable {
    package let code: String
    /// How much another value speaks against one matter, from 0 to 1.
    package let weight: Double
    package let values: [WordGroup]

    /// Joins the parts.
    package init(_ code: String, weight: Double, _ values: [WordGroup]) {
        self.code = code
        self.weight = weight
        self.values = values
    }
}
