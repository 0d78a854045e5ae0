/// The signs of an address of e-mail, as such or in words.
struct SpelledSign {
    /// Where the domain begins.
    let end: Int
    /// Whether it was written in words: then the dots may be too.
    let isSpelled: Bool

    private static let closing: [Unicode.Scalar: Unicode.Scalar] = ["(": ")", "[": "]", "{": "}", "<": ">"]
    private static let ats = ["at", "małpa", "malpa", "@"]
    private static let dots = ["dot", "kropka", "."]
    private static let longest = 6

    /// The sign that stands at a position: `@`, `(at)`, or `małpa` between spaces.
    static func at(_ text: [Unicode.Scalar], _ position: Int) -> SpelledSign? {
        let scalar = text[position]
        if scalar == "@" || scalar == "\u{FF20}" || scalar == "\u{FE6B}" {
            return SpelledSign(end: skippingSpaces(text, position + 1), isSpelled: true)
        }
        if closing[scalar] != nil {
            return bracketed(text, position, ats).map {
                SpelledSign(end: skippingSpaces(text, $0), isSpelled: true)
            }
        }
        guard scalar == "m" || scalar == "M", position > 0, text[position - 1].isSpace else { return nil }
        return bare(text, position, "małpa").map {
            SpelledSign(end: skippingSpaces(text, $0), isSpelled: true)
        }
    }

    /// Where the next part of a domain begins, if a dot stands at a position and a part follows it.
    static func dot(_ text: [Unicode.Scalar], _ position: Int, isSpelled: Bool) -> Int? {
        guard position < text.count else { return nil }
        if text[position] == "." || text[position] == "," { return position + 1 }
        guard isSpelled else { return nil }
        let start = skippingSpaces(text, position)
        guard start < text.count else { return nil }
        if closing[text[start]] != nil {
            return bracketed(text, start, dots).map { skippingSpaces(text, $0) }
        }
        guard start > position else { return nil }
        return (bare(text, start, "kropka") ?? bare(text, start, "dot")).map { skippingSpaces(text, $0) }
    }

    /// Behind `(at)`, spaces within allowed.
    private static func bracketed(_ text: [Unicode.Scalar], _ start: Int, _ words: [String]) -> Int? {
        guard let close = closing[text[start]] else { return nil }
        var word = String.UnicodeScalarView()
        var position = skippingSpaces(text, start + 1)
        while position < text.count, word.count < longest, text[position] != close, !text[position].isSpace {
            word.append(text[position])
            position += 1
        }
        position = skippingSpaces(text, position)
        guard position < text.count, text[position] == close, words.contains(String(word).lowercased()) else {
            return nil
        }
        return position + 1
    }

    /// Behind a word that a space ends.
    private static func bare(_ text: [Unicode.Scalar], _ start: Int, _ word: String) -> Int? {
        let end = start + word.unicodeScalars.count
        guard end < text.count, text[end].isSpace else { return nil }
        return zip(text[start..<end], word.unicodeScalars).allSatisfy {
            $0 == $1 || $0.properties.lowercaseMapping == String(Character($1))
        } ? end : nil
    }

    private static func skippingSpaces(_ text: [Unicode.Scalar], _ start: Int) -> Int {
        var position = start
        while position < text.count, position - start < 2, text[position].isSpace { position += 1 }
        return position
    }
}
