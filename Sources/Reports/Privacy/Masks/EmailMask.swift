/// Hides addresses of e-mail, those with a spelled-out sign included: `jan (at) example.org`, `jan małpa example kropka org`.
enum EmailMask {
    static func apply(to text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        result.reserveCapacity(text.count)
        var position = 0
        while position < text.count {
            // What a failed look has read holds no other sign, so that nothing is read more than twice.
            if let sign = SpelledSign.at(text, position),
                let end = domain(of: text, from: sign.end, isSpelled: sign.isSpelled),
                let start = localPart(of: result)
            {
                result.removeLast(result.count - start)
                result.append(Mask.email)
                position = end
            } else {
                result.append(text[position])
                position += 1
            }
        }
        return result
    }

    /// Where the part before the sign begins; nil if there is none.
    private static func localPart(of text: [Unicode.Scalar]) -> Int? {
        var end = text.count
        while end > 0, text.count - end < 2, text[end - 1].isSpace { end -= 1 }
        var start = end
        while start > 0, isLocal(text[start - 1]) { start -= 1 }
        return start < end ? start : nil
    }

    private static func isLocal(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ".", "_", "%", "+", "-", "'", "&", "=", "~", "#": true
        default: scalar.isLetter || scalar.digit != nil || scalar.isInvisible
        }
    }

    /// Where the domain ends: words with dots between them, the last of which begins like a country's.
    private static func domain(of text: [Unicode.Scalar], from start: Int, isSpelled: Bool) -> Int? {
        var position = start
        var end: Int?
        var hasDot = false
        while true {
            let word = position
            while position < text.count, isLabel(text[position]) { position += 1 }
            guard position > word else { return end }
            if hasDot, position - word >= 2, text[word].isLetter { end = position }
            guard let dot = SpelledSign.dot(text, position, isSpelled: isSpelled) else { return end }
            position = dot
            hasDot = true
        }
    }

    private static func isLabel(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "-" || scalar == "_" || scalar.isLetter || scalar.digit != nil || scalar.isInvisible
    }
}
