import Formats

/// The plain letters that one character is compared as.
///
/// Latin without its marks; Cyrillic in the letters that a Pole would write it with, so that a name is the same in both.
enum FoldedLetters {
    /// Calls `take` with each letter or digit, `a` to `z` and `0` to `9`; false for what separates words.
    static func append(_ scalar: Unicode.Scalar, _ take: (UInt8) -> Void) -> Bool {
        switch scalar.value {
        case 0x30...0x39, 0x61...0x7A:
            take(UInt8(truncatingIfNeeded: scalar.value))
            return true
        case 0x41...0x5A:
            take(UInt8(truncatingIfNeeded: scalar.value | 0x20))
            return true
        // Apostrophes stand within words.
        case 0x27, 0x02BC, 0x2019: return true
        case 0x00...0x7F: return false
        default: break
        }
        if let cyrillic = cyrillic[scalar] {
            for letter in cyrillic.utf8 { take(letter) }
            return true
        }
        guard let letters = FoldedText.letters(of: scalar) else { return false }
        for letter in letters.utf8 where letter < 0x80 { take(letter) }
        return true
    }

    private static let cyrillic: [Unicode.Scalar: String] = {
        var table: [Unicode.Scalar: String] = [:]
        let small = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяыэёъ".unicodeScalars
        let capital = "АБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯЫЭЁЪ".unicodeScalars
        let latin = [
            "a", "b", "w", "h", "g", "d", "e", "ie", "z", "z", "y", "i", "i", "j", "k", "l", "m", "n", "o",
            "p",
            "r", "s", "t", "u", "f", "ch", "c", "cz", "sz", "szcz", "", "iu", "ia", "y", "e", "io", "",
        ]
        for (letter, plain) in zip(small, latin) { table[letter] = plain }
        for (letter, plain) in zip(capital, latin) { table[letter] = plain }
        return table
    }()
}
