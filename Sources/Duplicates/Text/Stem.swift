/// A light stemmer: takes off the endings by which Polish (and English) words of one stem differ.
///
/// It does not know words, only endings; what is left need not be a stem of grammar, as long as two forms of one word
/// leave the same.
enum Stem {
    /// The shortest stem that is left.
    private static let shortest = 4

    /// Longest first; each taken off at most once.
    private static let endings: [[UInt8]] = [
        "owego", "owemu", "owych", "owymi", "iami", "owej", "owie", "owym", "ego", "emu", "ami", "ach", "ych",
        "ich", "ymi", "imi", "owi", "iej", "iem", "iom", "ing", "ow", "om", "em", "ym", "im", "ej", "ie",
        "ia",
        "iu", "ii", "io", "es", "ed", "a", "e", "i", "o", "u", "y", "s",
    ].map { Array($0.utf8) }

    /// Consonants that change before an ending, and what they come from.
    private static let softened: [([UInt8], [UInt8])] = [
        ("rz", "r"), ("dz", "d"), ("sz", "s"), ("cz", "k"), ("ci", "t"), ("zi", "z"), ("si", "s"),
        ("ni", "n"),
    ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

    /// The stem of a folded word.
    static func of(_ word: WordKey) -> WordKey {
        let count = word.count
        guard count > shortest else { return word }
        var letters = (0..<count).map { word[$0] }
        for ending in endings where letters.count - ending.count >= shortest - 1 && letters.ends(with: ending)
        {
            letters.removeLast(ending.count)
            break
        }
        for (soft, hard) in softened where letters.count - soft.count >= 2 && letters.ends(with: soft) {
            letters.removeLast(soft.count)
            letters.append(contentsOf: hard)
            break
        }
        return WordKey(letters)
    }
}

extension [UInt8] {
    fileprivate func ends(with ending: [UInt8]) -> Bool {
        count >= ending.count && self[(count - ending.count)...].elementsEqual(ending)
    }
}
