import Formats

/// Words to look for in a sentence, as the city's data write them: `zerwan* .. przewod|przewody|kable`.
///
/// `|` parts the forms of a word, `*` stands for any ending, `~` allows one slip of the finger, `..` for up to
/// three words in between.
struct DangerPhrase: Sendable, Equatable {
    /// One form that a word may have.
    ///
    /// Not an enum with three payloads: that would keep its case in the pointer, and the leak checker loses sight of it.
    struct Form: Sendable, Equatable {
        enum Likeness: Sendable {
            case whole
            case beginning
            case slip
        }

        /// The form, folded.
        let word: [UInt8]
        /// How like it a word must be.
        let likeness: Likeness
    }

    enum Part: Sendable, Equatable {
        case word([Form])
        case gap
    }

    /// The widest gap, in words.
    private static let widest = 3
    private static let mostParts = 12
    private static let mostGaps = 2
    private static let mostForms = 64

    let parts: [Part]

    /// Nil for what is no phrase: empty, too long, or with a gap at an end or beside another.
    init?(_ text: String) {
        var parts: [Part] = []
        for word in text.split(separator: " ") {
            if word == ".." {
                guard let last = parts.last, last != .gap else { return nil }
                parts.append(.gap)
            } else {
                var forms: [Form] = []
                for form in word.split(separator: "|", omittingEmptySubsequences: false) {
                    guard let form = DangerPhrase.form(form) else { return nil }
                    forms.append(form)
                }
                guard forms.count <= DangerPhrase.mostForms else { return nil }
                parts.append(.word(forms))
            }
        }
        guard let last = parts.last, last != .gap, parts.count <= DangerPhrase.mostParts,
            parts.count(where: { $0 == .gap }) <= DangerPhrase.mostGaps
        else { return nil }
        self.parts = parts
    }

    private static func form(_ text: Substring) -> Form? {
        let words = FoldedText.words(of: String(text))
        guard words.count == 1, let word = words.first.map({ Array($0.utf8) }) else { return nil }
        switch text.last {
        case "*": return word.count >= 3 ? Form(word: word, likeness: .beginning) : nil
        case "~": return word.count >= DangerSlip.shortest ? Form(word: word, likeness: .slip) : nil
        default: return Form(word: word, likeness: .whole)
        }
    }

    /// The bytes with which its first word may begin.
    var firstBytes: Set<UInt8> {
        guard case .word(let forms)? = parts.first else { return [] }
        return Set(forms.compactMap(\.word.first))
    }

    /// Where it ends if it begins at a word; it stays within the sentence.
    func end(in text: DangerText, from start: Int) -> Int? {
        end(in: text, of: parts[...], from: start, sentence: text.sentences[start])
    }

    /// Of two gaps at most, each three words wide, so there are few ways to try.
    private func end(in text: DangerText, of parts: ArraySlice<Part>, from start: Int, sentence: Int) -> Int?
    {
        guard let part = parts.first else { return start }
        switch part {
        case .gap:
            for skipped in 0...DangerPhrase.widest {
                let found = end(in: text, of: parts.dropFirst(), from: start + skipped, sentence: sentence)
                if let found { return found }
            }
            return nil
        case .word(let forms):
            guard start < text.words.count, text.sentences[start] == sentence else { return nil }
            let word = text.words[start]
            guard forms.contains(where: { $0.matches(word) }) else { return nil }
            return end(in: text, of: parts.dropFirst(), from: start + 1, sentence: sentence)
        }
    }
}

extension DangerPhrase.Form {
    func matches(_ written: [UInt8]) -> Bool {
        switch likeness {
        case .whole: written == word
        case .beginning: written.starts(with: word)
        case .slip: written == word || DangerSlip.isOne(from: word, to: written)
        }
    }
}
