/// Hides registration plates of vehicles: `KR 1AB23`, `kr12345`, `KRA-4521C`.
enum PlateMask {
    /// A word of Latin letters and digits, and what follows it.
    private struct Token {
        let text: String
        let end: Int
        let isUpper: Bool

        var isLetters: Bool { text.utf8.allSatisfy { $0 >= 0x41 } }
        var hasDigit: Bool { text.utf8.contains { $0 < 0x41 } }
    }

    /// No word of a plate is longer.
    private static let longestWord = 9
    private static let cues = ["rejestr", "tablic", "plate", "registration", "blach"]

    static func apply(to text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var found: [ArraySlice<Unicode.Scalar>] = []
        return apply(to: text, finding: &found)
    }

    /// Hides them and says which there were.
    static func apply(
        to text: [Unicode.Scalar],
        finding found: inout [ArraySlice<Unicode.Scalar>]
    ) -> [Unicode.Scalar] {
        guard text.contains(where: { (0x30...0x39).contains($0.value) }) else { return text }
        var result: [Unicode.Scalar] = []
        result.reserveCapacity(text.count)
        var position = 0
        while position < text.count {
            let isInWord = result.last.map(isPartOfWord) ?? false
            if !isInWord, text[position].isASCIILetter,
                let end = plate(in: text, at: position, behind: result)
            {
                result.append(Mask.plate)
                found.append(text[position..<end])
                position = end
            } else {
                result.append(text[position])
                position += 1
            }
        }
        return result
    }

    /// Where a plate ends that begins at a position.
    private static func plate(in text: [Unicode.Scalar], at start: Int, behind before: [Unicode.Scalar])
        -> Int?
    {
        guard let first = token(text, at: start) else { return nil }
        let second = next(text, after: first.end)
        guard first.hasDigit || second?.hasDigit == true else { return nil }
        let isAnnounced = before.lastWords.contains { word in
            word == "rej" || cues.contains { word.hasPrefix($0) }
        }
        if let end = joined(first, second, isAnnounced) { return end }
        guard first.isLetters, let second else { return nil }
        let isUpper = first.isUpper && second.isUpper
        if PlateFormat(first.text, second.text, isUpper: isUpper, isJoined: false, isAnnounced).isPlate,
            !isNumberOfReport(text, second)
        {
            return second.end
        }
        guard isUpper || isAnnounced, let third = next(text, after: second.end), third.isUpper || isAnnounced
        else { return nil }
        let format = PlateFormat(
            first.text,
            second.text + third.text,
            isUpper: isUpper,
            isJoined: false,
            isAnnounced
        )
        return format.isPlate && format.hasLetters ? third.end : nil
    }

    /// A plate whose letters and digits stand together, or one that somebody has chosen: `K1 ABC`.
    private static func joined(_ first: Token, _ second: Token?, _ isAnnounced: Bool) -> Int? {
        for letters in [3, 2] where first.text.count > letters {
            let format = PlateFormat(
                String(first.text.prefix(letters)),
                String(first.text.dropFirst(letters)),
                isUpper: first.isUpper,
                isJoined: true,
                isAnnounced
            )
            if format.isPlate { return first.end }
        }
        let mayBeChosen = first.isUpper && first.text.hasPrefix("K") || isAnnounced
        guard mayBeChosen, first.hasDigit else { return nil }
        if PlateFormat.isChosen(first.text) { return first.end }
        guard first.text.count == 2, let second, second.isUpper || isAnnounced else { return nil }
        return PlateFormat.isChosen(first.text + second.text) ? second.end : nil
    }

    /// Whether it goes on like `KR-2026-000123`.
    private static func isNumberOfReport(_ text: [Unicode.Scalar], _ second: Token) -> Bool {
        second.text.count == 4 && second.end + 1 < text.count && text[second.end].isDash
            && text[second.end + 1].digit != nil
    }

    /// The next word behind one space, dash or dot.
    private static func next(_ text: [Unicode.Scalar], after end: Int) -> Token? {
        guard end < text.count, text[end].isSpace || text[end].isDash || text[end] == "." else { return nil }
        return token(text, at: end + 1)
    }

    private static func token(_ text: [Unicode.Scalar], at start: Int) -> Token? {
        var word = ""
        var isUpper = true
        var position = start
        while position < text.count, isPartOfWord(text[position]) {
            let scalar = text[position]
            guard scalar.isASCII, scalar != "_", word.utf8.count < longestWord else { return nil }
            if scalar.isASCIILetter, !scalar.isASCIICapital { isUpper = false }
            word.unicodeScalars.append(scalar)
            position += 1
        }
        return word.isEmpty ? nil : Token(text: word.uppercased(), end: position, isUpper: isUpper)
    }

    private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "_" || scalar.isLetter || scalar.digit != nil
    }
}
