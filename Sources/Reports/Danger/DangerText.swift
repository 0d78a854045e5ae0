import Formats

/// A text as words, of which each knows its sentence.
struct DangerText {
    let words: [[UInt8]]
    /// The number of each word's sentence, rising.
    let sentences: [Int]

    /// Words after which a dot ends no sentence.
    private static let abbreviations: Set<String> = [
        "ul", "al", "os", "pl", "nr", "tel", "ok", "im", "sw", "gen", "ks", "godz", "woj", "np", "tzw", "itp",
    ]

    init(_ text: String) {
        var words: [[UInt8]] = []
        var sentences: [Int] = []
        var sentence = 0
        var word = ""
        let finish = {
            guard !word.isEmpty else { return }
            words.append(Array(word.utf8))
            sentences.append(sentence)
            word = ""
        }
        for scalar in text.unicodeScalars {
            if let letters = FoldedText.letters(of: scalar) {
                word += letters
                continue
            }
            let isShort = word.utf8.count == 1 || DangerText.abbreviations.contains(word)
            finish()
            switch scalar {
            case ".": if !isShort { sentence += 1 }
            case "!", "?", ";", "\n", "\u{2026}": sentence += 1
            default: break
            }
        }
        finish()
        self.words = words
        self.sentences = sentences
    }
}
