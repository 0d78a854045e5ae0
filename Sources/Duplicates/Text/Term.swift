/// One thing that a text says.
struct Term: Sendable, Comparable {
    enum Sort: UInt8, Sendable {
        /// A thing or a trouble that many reports name.
        case concept
        /// What is named to say where it is.
        case landmark
        /// A word that the vocabulary does not know.
        case word
        /// A name, as far as can be told.
        case name
    }

    /// What it is compared by: the stem, or the number of the meaning.
    let key: UInt128
    let sort: Sort
    let weight: Float

    static func < (left: Term, right: Term) -> Bool { left.key < right.key }
    static func == (left: Term, right: Term) -> Bool { left.key == right.key }
}

extension Term {
    /// A meaning stands below all words, whose first letters fill the highest byte.
    static func meaning(_ entry: Lexicon.Entry, _ sort: Sort) -> Term {
        Term(key: key(of: entry), sort: sort, weight: entry.weight)
    }

    /// The key of a meaning.
    static func key(of entry: Lexicon.Entry) -> UInt128 { UInt128(entry.key) + 1 }

    /// The word that a key is made of; nil if it is that of a meaning.
    static func word(of key: UInt128) -> WordKey? { key >> 120 > 0 ? WordKey(restoring: key) : nil }

    /// The word of an unknown term.
    var word: WordKey? { Term.word(of: key) }
}

/// A number that tells one thing from another.
struct NumberMention: Sendable, Hashable {
    /// Which things have such numbers; nil where it is not said.
    let kind: UInt16?
    let value: WordKey
}

/// A value of a trait: the colour, or on which side of a bridge.
struct TraitMention: Sendable, Hashable {
    /// Which trait: one of the vocabulary's, a direction, or the side of something that is named.
    enum Trait: Sendable, Hashable {
        case known(UInt16)
        case direction
        case side(of: UInt128)
    }

    let trait: Trait
    let value: UInt128
}

/// Something that stands near by.
struct PlaceMention: Sendable, Hashable {
    let key: UInt128
    /// How well it tells where: a shop better than a flight of stairs.
    let weight: Float
}
